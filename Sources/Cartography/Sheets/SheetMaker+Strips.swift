internal import Geometry
internal import Settlement

/// One of the maps under one another that show long land on one page.
struct MapStrip {
  let frame: MapFrame
  /// The plots, or houses where there is no plan, that belong to it rather than to its neighbours.
  let own: Set<String>
}

extension SheetMaker {
  /// All of the plan on one map, or cut along the water into strips, where these can be drawn larger.
  ///
  /// - Parameters:
  ///   - scale: where it is given there is one map.
  ///   - largest: no scale is larger.
  func strips(in box: PageBox, scale: Int?, from largest: Int) -> [MapStrip] {
    let whole = wholeFrame(in: box, scale: scale, from: largest)
    let single = [MapStrip(frame: whole, own: Set(items.map(\.key)))]
    // At 1:1000 and larger the whole at one glance is worth more (facts/maps.md §5).
    guard scale == nil, whole.scale > 1000 else { return single }
    let cutter = StripCutter(self)
    for scale in Self.scales where scale >= largest && scale < whole.scale {
      for count in 2...6 {
        let height = (box.height - Double(count - 1) * StripCutter.gap) / Double(count)
        let boxes = (0..<count).map { index in
          PageBox(
            x: box.x, y: box.y + Double(index) * (height + StripCutter.gap), width: box.width, height: height)
        }
        if let strips = cutter.strips(in: boxes, scale: scale) { return strips }
      }
    }
    return single
  }
}

/// Cuts land into parts of equal length along the water.
struct StripCutter {
  /// Between strips, in millimetres.
  static let gap = 3.0
  /// What neighbouring strips share at each end, and what is left free at their other edges, in millimetres.
  private static let (overlap, edge) = (10.0, 4.0)

  private struct Placed {
    /// Nil for land.
    let key: String?
    let points: [Point]
    let along: Double
  }

  private let placed: [Placed]
  private let guide: GuideLine
  private let gridScale: Double
  private let range: ClosedRange<Double>
  /// Half a turn where the water lies to the left of the land, so that it is below on the paper.
  private let turn: Double

  init(_ maker: SheetMaker) {
    let items = maker.items
    let guide = GuideLine(for: maker.subject, around: items.flatMap(\.points))
    var placed: [Placed] = []
    var sum = 0.0
    func add(_ key: String?, _ points: [Point]) {
      let places = points.map(guide.place)
      guard let low = places.map(\.along).min(), let high = places.map(\.along).max() else { return }
      sum += places.reduce(0) { $0 + $1.left } / Double(places.count)
      placed.append(Placed(key: key, points: points, along: (low + high) / 2))
    }
    for item in items { add(item.key, item.points) }
    for side in maker.subject.settlement.site.flatMap({ $0.shell.segments }) {
      // A long side belongs to several parts.
      let pieces = max(1, min(1000, Int(side.length / 10)))
      for piece in 0..<pieces { add(nil, [side.point(atFraction: Double(piece) / Double(pieces))]) }
    }
    (self.placed, self.guide, gridScale) = (placed, guide, maker.subject.gridScale)
    range = (placed.map(\.along).min() ?? 0)...(placed.map(\.along).max() ?? 0)
    turn = sum < 0 ? .pi : 0
  }

  /// A part for each box, read as a text is; nil where one of them does not fit at this scale.
  func strips(in boxes: [PageBox], scale: Int) -> [MapStrip]? {
    let length = (range.upperBound - range.lowerBound) / Double(boxes.count)
    guard length > 0 else { return nil }
    var parts = [[Placed]](repeating: [], count: boxes.count)
    for item in placed {
      parts[min(boxes.count - 1, Int((item.along - range.lowerBound) / length))].append(item)
    }
    if turn != 0 { parts.reverse() }
    var strips: [MapStrip] = []
    for (index, (part, box)) in zip(parts, boxes).enumerated() {
      let place = turn == 0 ? index : boxes.count - 1 - index
      let start = range.lowerBound + Double(place) * length
      let bearing = guide.bearing(from: start, to: start + length) + turn
      let level = MapFrame(
        box: box, centre: part.first?.points.first ?? Point(x: 0, y: 0), scale: scale, bearing: bearing,
        gridScale: gridScale)
      let points = part.flatMap(\.points)
      let shown = PageBox(around: points.map(level.page))
      guard !points.isEmpty, shown.width <= box.width - 2 * Self.overlap,
        shown.height <= box.height - 2 * Self.edge
      else { return nil }
      // What room is left shows the water rather than the land behind.
      let room = box.height - 2 * Self.edge - shown.height
      let middle = shown.centre.moved(0, min(room * 0.35, 18))
      strips.append(
        MapStrip(frame: level.moved(centre: level.ground(middle)), own: Set(part.compactMap(\.key))))
    }
    return strips
  }

  /// Parts of their own pages at one scale, as few as it takes; nil where not even the shortest fit.
  func pages(in box: PageBox, scale: Int, atMost most: Int) -> [MapStrip]? {
    for count in 1...most {
      if let strips = strips(in: Array(repeating: box, count: count), scale: scale) { return strips }
    }
    return nil
  }
}
