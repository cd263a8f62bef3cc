extension LineString {
  /// In metres.
  public var lengthInMetres: Double { segments.reduce(0) { $0 + $1.length } }

  /// A place on a line: how far along it, and how far beside it.
  public struct Chainage: Hashable, Sendable {
    /// Metres from the start of the line.
    public var along: Double
    /// Metres from the line: positive on the left.
    public var offset: Double
    /// The place on the line itself.
    public var foot: Point
  }

  /// The point `metres` from the start, held to the ends of the line.
  public func point(atMetres metres: Double) -> Point {
    locate(metres).point
  }

  /// The direction of the line at `metres` from the start, or nil where the line has no length.
  public func direction(atMetres metres: Double) -> Vector? {
    locate(metres).direction
  }

  /// Where on the line a point lies: the nearest place, the first of equals.
  public func chainage(of point: Point) -> Chainage {
    var best = Chainage(along: 0, offset: .infinity, foot: points[0])
    var passed = 0.0
    for segment in segments {
      let fraction = segment.nearestFraction(to: point)
      let foot = segment.point(atFraction: fraction)
      let distance = foot.distance(to: point)
      if distance < abs(best.offset) {
        let isLeft = segment.step.cross(point - segment.start) >= 0
        best = Chainage(
          along: passed + fraction * segment.length, offset: isLeft ? distance : -distance, foot: foot)
      }
      passed += segment.length
    }
    return best
  }

  private func locate(_ metres: Double) -> (point: Point, direction: Vector?) {
    var left = max(0, metres)
    var direction: Vector?
    for segment in segments {
      let length = segment.length
      guard let unit = segment.step.unit else { continue }
      direction = unit
      if left <= length { return (segment.start + unit * left, unit) }
      left -= length
    }
    return (points[points.count - 1], direction)
  }
}
