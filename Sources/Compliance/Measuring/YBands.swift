internal import Geometry

/// The edges of an area by the level at which they stand, to count how many a ray to the east meets.
struct YBands: Sendable {
  private let bottom: Double
  private let height: Double
  /// Where in `pieces` each band begins.
  private let starts: [Int32]
  /// The edges of each band side by side, those of several bands in each, so that a question looks at one place in memory.
  private let pieces: [Segment]

  init(_ edges: [Segment], bounds: Bounds) {
    bottom = bounds.minimum.y
    var bands = max(1, edges.count / 2)
    var height = 0.0
    var spans: [Range<Int>] = []
    repeat {
      height = max(bounds.height / Double(bands), 1e-9)
      spans = edges.map { [bottom] edge in
        let (a, b) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
        let first = min(bands - 1, Int((a - bottom) / height))
        return first..<(min(bands - 1, max(first, Int((b - bottom) / height))) + 1)
      }
      // Long upright edges stand in many bands; then fewer bands have to do.
      if spans.reduce(0, { $0 + $1.count }) <= 8 * edges.count + 64 || bands == 1 { break }
      bands /= 2
    } while true
    self.height = height
    var starts = [Int32](repeating: 0, count: bands + 1)
    for span in spans { for band in span { starts[band + 1] += 1 } }
    for band in 1..<starts.count { starts[band] += starts[band - 1] }
    var free = starts
    let nowhere = Segment(start: Point(x: 0, y: 0), end: Point(x: 0, y: 0))
    var pieces = [Segment](repeating: nowhere, count: Int(starts[bands]))
    for (number, span) in spans.enumerated() {
      for band in span {
        pieces[Int(free[band])] = edges[number]
        free[band] += 1
      }
    }
    self.starts = starts
    self.pieces = pieces
  }

  /// Whether a point inside the bounds lies in the area, by the even-odd rule.
  func contains(_ point: Point) -> Bool {
    let band = min(starts.count - 2, max(0, Int((point.y - bottom) / height)))
    var isInside = false
    for place in Int(starts[band])..<Int(starts[band + 1]) {
      if point.looksRightAt(pieces[place].start, pieces[place].end) { isInside.toggle() }
    }
    return isInside
  }
}
