internal import Geometry

/// A thing that must be whole on a sheet: a plot, or a house where there are no plots.
struct AtlasItem {
  let key: String
  let points: [Point]
}

/// One sheet of an atlas.
struct AtlasSheet {
  /// From 1.
  let number: Int
  let frame: MapFrame
  /// What is at home on this sheet, whole.
  let own: Set<String>
}

/// Cuts a strip of land into sheets that follow the water, each turned to it, so that every item is whole on one.
struct AtlasPlanner {
  let guide: GuideLine
  /// Where the map stands on each sheet, in millimetres.
  let box: PageBox
  let scale: Int
  let gridScale: Double
  /// What neighbouring sheets share at each end, in millimetres.
  var overlap = 20.0
  var side = 6.0

  private struct Placed {
    let item: AtlasItem
    let along: ClosedRange<Double>
    let left: ClosedRange<Double>
    var middle: Double { (along.lowerBound + along.upperBound) / 2 }
  }

  private struct Fit {
    let bearing: Double
    let centre: Point
  }

  func sheets(for items: [AtlasItem]) -> [AtlasSheet] {
    var sheets: [AtlasSheet] = []
    for band in bands(of: items.compactMap(placed)) {
      var rest = band.sorted { ($0.middle, $0.item.key) < ($1.middle, $1.item.key) }[...]
      while !rest.isEmpty {
        let group = group(at: &rest)
        guard let fit = fit(group) ?? fit(group, mayExceed: true) else { break }
        sheets.append(
          AtlasSheet(
            number: sheets.count + 1,
            frame: MapFrame(
              box: box, centre: fit.centre, scale: scale, bearing: fit.bearing, gridScale: gridScale),
            own: Set(group.map(\.item.key))))
      }
    }
    return sheets
  }

  private func placed(_ item: AtlasItem) -> Placed? {
    let places = item.points.map(guide.place)
    guard let low = places.map(\.along).min(), let high = places.map(\.along).max(),
      let right = places.map(\.left).min(), let left = places.map(\.left).max()
    else { return nil }
    return Placed(item: item, along: low...high, left: right...left)
  }

  private var metresAcross: Double { (box.height - 2 * side) * Double(scale) / 1000 * gridScale }
  private var metresAlong: Double { (box.width - 2 * overlap) * Double(scale) / 1000 * gridScale }

  /// Strips along the water, each narrow enough for a sheet; mostly there is one.
  private func bands(of items: [Placed]) -> [[Placed]] {
    let sorted = items.sorted { $0.left.lowerBound < $1.left.lowerBound }
    guard let low = sorted.first?.left.lowerBound, let high = items.map(\.left.upperBound).max() else {
      return []
    }
    // A bend takes a little of a sheet's height.
    let room = metresAcross * 0.92
    guard high - low > room else { return [items] }
    var bands: [[Placed]] = [[]]
    var start = low
    for item in sorted {
      if item.left.upperBound - start > room, let last = bands.last, !last.isEmpty {
        bands.append([])
        start = item.left.lowerBound
      }
      bands[bands.count - 1].append(item)
    }
    return bands
  }

  /// As many items as fit on a sheet, cut where the widest gap is near its end: mostly a lane.
  private func group(at rest: inout ArraySlice<Placed>) -> [Placed] {
    var count = 1
    while count < rest.count, fit(Array(rest.prefix(count + 1))) != nil { count += 1 }
    if count < rest.count {
      let taken = Array(rest.prefix(count + 1))
      var best = (count: count, gap: 0.25)
      for cut in max(1, count * 7 / 10)...count {
        let before = taken[..<cut].map(\.along.upperBound).max() ?? 0
        let after = taken[cut...].map(\.along.lowerBound).min() ?? 0
        if after - before > best.gap { best = (cut, after - before) }
      }
      count = best.count
    }
    let group = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    return group
  }

  /// How a sheet has to lie to show a group whole: the water at its lower edge; nil where it is too large.
  private func fit(_ group: [Placed], mayExceed: Bool = false) -> Fit? {
    guard let low = group.map(\.along.lowerBound).min(), let high = group.map(\.along.upperBound).max(),
      high - low < metresAlong * 2 || mayExceed
    else { return nil }
    var bearing = guide.bearing(from: low, to: high)
    // What lies to the right of the line lies below it on the paper.
    if group.reduce(0, { $0 + $1.left.lowerBound + $1.left.upperBound }) < 0 { bearing += .pi }
    let (sine, cosine) = (Trigonometry.sine(bearing), Trigonometry.cosine(bearing))
    let turned = Bounds(
      of: group.flatMap(\.item.points).map {
        Point(x: $0.x * cosine + $0.y * sine, y: $0.y * cosine - $0.x * sine)
      })
    guard mayExceed || turned.width <= metresAlong && turned.height <= metresAcross,
      let middle = turned.centre
    else { return nil }
    // What room is left shows the water rather than the land behind.
    let y = middle.y - min(max(0, metresAcross - turned.height) * 0.25, 18)
    return Fit(
      bearing: bearing, centre: Point(x: middle.x * cosine - y * sine, y: middle.x * sine + y * cosine))
  }
}
