/// A rectangle of whole metres.
struct GridBox: Hashable {
  var x: Range<Int>
  var y: Range<Int>

  init(_ x: Range<Int>, _ y: Range<Int>) { (self.x, self.y) = (x, y) }

  func overlaps(_ other: GridBox) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }

  func allSatisfy(_ holds: (Int, Int) -> Bool) -> Bool {
    x.allSatisfy { x in y.allSatisfy { holds(x, $0) } }
  }
}

/// A plot on the grid, with the clear ground before it.
struct GridPlot: Hashable {
  enum Facing: CaseIterable { case south, north, west, east }

  let body: GridBox
  let front: GridBox
  let facing: Facing

  init(x: Int, y: Int, facing: Facing, frontage: Int, depth: Int, lane: Int) {
    self.facing = facing
    switch facing {
    case .south, .north:
      body = GridBox(x..<x + frontage, y..<y + depth)
      front = GridBox(body.x, facing == .south ? y - lane..<y : y + depth..<y + depth + lane)
    case .west, .east:
      body = GridBox(x..<x + depth, y..<y + frontage)
      front = GridBox(facing == .west ? x - lane..<x : x + depth..<x + depth + lane, body.y)
    }
  }

  /// The row runs from west to east.
  var isLevel: Bool { facing == .south || facing == .north }

  /// Ground beyond both side walls.
  func ends(_ gap: Int) -> [GridBox] {
    isLevel
      ? [
        GridBox(body.x.lowerBound - gap..<body.x.lowerBound, body.y),
        GridBox(body.x.upperBound..<body.x.upperBound + gap, body.y),
      ]
      : [
        GridBox(body.x, body.y.lowerBound - gap..<body.y.lowerBound),
        GridBox(body.x, body.y.upperBound..<body.y.upperBound + gap),
      ]
  }

  /// Both share a whole side wall.
  func isMate(of other: GridPlot) -> Bool {
    guard isLevel == other.isLevel else { return false }
    return isLevel
      ? body.y == other.body.y
        && (body.x.upperBound == other.body.x.lowerBound || other.body.x.upperBound == body.x.lowerBound)
      : body.x == other.body.x
        && (body.y.upperBound == other.body.y.lowerBound || other.body.y.upperBound == body.y.lowerBound)
  }
}
