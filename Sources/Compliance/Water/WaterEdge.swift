internal import Geometry

/// A straight piece of the legal line of a canal.
struct WaterEdge {
  var segment: Segment
  /// The water reaches this far to both sides of the piece: half the width of a centre line, 0 for an edge.
  var halfWidth: Double = 0
  var canal: Int
  var source: Source
  /// A bank line stands for the canal on this side of the piece.
  var isReplacedOnLeft = false
  var isReplacedOnRight = false

  enum Source: Hashable {
    case bank(Int)
    case edge
    case centreline
  }

  /// Half of a replaced edge still counts for a centre line: its other side.
  var isReplaced: Bool { isReplacedOnLeft && isReplacedOnRight }

  /// The nearest places of a piece of a building and the legal line; nil where a bank line stands for this piece.
  ///
  /// Negative when the piece of building stands within half the width of a centre line.
  func nearest(from side: Segment) -> Nearest? {
    var nearest = side.nearest(to: segment)
    if isReplacedOnLeft != isReplacedOnRight {
      let isLeft = segment.step.cross(nearest.place - segment.start) >= 0
      if isLeft ? isReplacedOnLeft : isReplacedOnRight { return nil }
    }
    guard halfWidth > 0 else { return nearest }
    if let outward = (nearest.place - nearest.target).unit {
      nearest.target = nearest.target + outward * halfWidth
    }
    nearest.distance -= halfWidth
    return nearest
  }
}
