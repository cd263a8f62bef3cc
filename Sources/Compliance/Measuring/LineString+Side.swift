internal import Geometry

/// Where a point lies beside a line.
struct Footing {
  var foot: Point
  var distance: Double
  /// Left of the line, in its own direction.
  var isLeft: Bool
  /// Beside the line, not beyond one of its ends.
  var isBeside: Bool
}

extension LineString {
  /// The nearest place on the line, and the side on which the point lies.
  ///
  /// At a bend the two pieces may see the point on different sides; the inner side of the bend is then the smaller one.
  func footing(of point: Point) -> Footing {
    let pieces = segments.filter { $0.length > 0 }
    guard let first = pieces.first else {
      return Footing(foot: points[0], distance: points[0].distance(to: point), isLeft: true, isBeside: false)
    }
    var best = (piece: 0, fraction: first.nearestFraction(to: point), distance: first.distance(to: point))
    for (number, piece) in pieces.enumerated().dropFirst() {
      let distance = piece.distance(to: point)
      if distance < best.distance { best = (number, piece.nearestFraction(to: point), distance) }
    }
    let isAtStart = best.piece == 0 && best.fraction <= 0
    let isAtEnd = best.piece == pieces.count - 1 && best.fraction >= 1
    return Footing(
      foot: pieces[best.piece].point(atFraction: best.fraction), distance: best.distance,
      isLeft: Self.isLeft(point, pieces, best.piece, best.fraction), isBeside: !isAtStart && !isAtEnd)
  }

  private static func isLeft(_ point: Point, _ pieces: [Segment], _ number: Int, _ fraction: Double) -> Bool {
    let piece = pieces[number]
    let neighbour = fraction >= 1 ? number + 1 : fraction <= 0 ? number - 1 : number
    let isLeft = piece.step.cross(point - piece.start) >= 0
    guard neighbour != number, pieces.indices.contains(neighbour) else { return isLeft }
    let other = pieces[neighbour]
    let isLeftOfOther = other.step.cross(point - other.start) >= 0
    let turn = neighbour > number ? piece.step.cross(other.step) : other.step.cross(piece.step)
    return turn > 0 ? isLeft && isLeftOfOther : isLeft || isLeftOfOther
  }
}

extension LineString {
  /// Whether the segment passes through the very corner between two pieces, from one side of the line to the other.
  func isCrossedAtCorner(by segment: Segment) -> Bool {
    zip(segments, segments.dropFirst()).contains { before, after in
      guard segment.step.cross(after.start - segment.start) == 0 else { return false }
      let fraction = segment.nearestFraction(to: after.start)
      let from = segment.step.cross(before.start - segment.start)
      let to = segment.step.cross(after.end - segment.start)
      return fraction > 0 && fraction < 1 && from * to < 0
    }
  }
}
