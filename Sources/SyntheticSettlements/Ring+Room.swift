import Geometry

extension Ring {
  /// Whether the point lies inside with `metres` to the edge; a negative figure lets it lie that far outside.
  func holds(_ point: Point, withRoom metres: Double) -> Bool {
    let nearest = segments.reduce(Double.infinity) { min($0, $1.distance(to: point)) }
    return (isInside(point) ? nearest : -nearest) >= metres
  }

  /// Even-odd rule; a point on the edge may fall on either side.
  private func isInside(_ point: Point) -> Bool {
    segments.reduce(false) { inside, side in
      guard (side.start.y > point.y) != (side.end.y > point.y) else { return inside }
      let share = (point.y - side.start.y) / (side.end.y - side.start.y)
      return point.x < side.start.x + share * (side.end.x - side.start.x) ? !inside : inside
    }
  }
}
