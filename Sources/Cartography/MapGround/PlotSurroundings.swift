internal import Geometry
internal import Settlement

/// What lies around plots: lanes, neighbours, houses of today. Measured once for all sheets.
struct PlotSurroundings {
  let subject: MapSubject

  private func near(_ bounds: Bounds, _ metres: Double) -> Bounds { bounds.widened(byMetres: metres) }

  /// From the nearest side of a plot to the nearest of some lines, in metres; nil where none is within 100 m.
  func distance(from plot: Plot, to segments: [Segment]) -> Double? {
    let own = plot.area.flatMap { $0.shell.segments }
    guard let bounds = Self.bounds(of: plot) else { return nil }
    let reach = near(bounds, 100)
    var best = Double.infinity
    for segment in segments where Bounds(from: segment.start, to: segment.end).meets(reach) {
      for side in own {
        best = min(
          best, segment.distance(to: side.start), segment.distance(to: side.end),
          side.distance(to: segment.start),
          side.distance(to: segment.end))
      }
    }
    return best.isFinite ? best / subject.gridScale : nil
  }

  static func bounds(of plot: Plot) -> Bounds? {
    var bounds = Bounds()
    for part in plot.area { bounds.include(part.bounds) }
    return bounds.isEmpty ? nil : bounds
  }

  /// The lane a plot lies on: the nearest, within a metre; its place in the plan's list.
  func lane(of plot: Plot) -> Int? {
    var best: (index: Int, far: Double)?
    for (index, lane) in subject.plan.lanes.enumerated() where lane.use != .walkway {
      for area in lane.area {
        guard let bounds = Self.bounds(of: plot), area.bounds.meets(near(bounds, 1)) else { continue }
        guard let far = distance(from: plot, to: area.shell.segments), far < (best?.far ?? 1) else {
          continue
        }
        best = (index, far)
      }
    }
    return best?.index
  }

  var laneSides: [Segment] { subject.plan.lanes.flatMap { $0.area.flatMap { $0.shell.segments } } }

  var bankSides: [Segment] {
    let banks = subject.settlement.banks.flatMap(\.line.segments)
    return banks.isEmpty
      ? subject.settlement.canals.flatMap { $0.area.flatMap { $0.shell.segments } } : banks
  }

  /// The plots that share a wall or nearly do: within half a metre.
  func neighbours(of plot: Plot, key: String) -> [String] {
    guard let bounds = Self.bounds(of: plot).map({ near($0, 0.5) }) else { return [] }
    return subject.plan.plots.compactMap { other in
      let name = MapSubject.key(other)
      guard name != key, let far = Self.bounds(of: other), far.meets(bounds),
        let metres = distance(from: plot, to: other.area.flatMap { $0.shell.segments }), metres < 0.5
      else { return nil }
      return name
    }
  }

  /// The house of today that stands nearest to a plot, and how far; nil where none is within 100 m.
  func nearestHouse(to plot: Plot) -> (house: House, metres: Double)? {
    subject.settlement.houses.compactMap { house in
      distance(from: plot, to: house.footprint.flatMap { $0.shell.segments }).map { (house, $0) }
    }
    .min { $0.1 < $1.1 }
  }

  /// Today's houses that stand on a twentieth of a plot or more, counted on a grid of 400 places.
  func houses(on plot: Plot) -> [House] {
    guard let bounds = Self.bounds(of: plot) else { return [] }
    let areas = plot.area.map(Self.plain)
    var places: [PagePoint] = []
    for row in 0..<20 {
      for column in 0..<20 {
        let place = PagePoint(
          bounds.minimum.x + bounds.width * (Double(column) + 0.5) / 20,
          bounds.minimum.y + bounds.height * (Double(row) + 0.5) / 20)
        if areas.contains(where: { $0.contains(place) }) { places.append(place) }
      }
    }
    return subject.settlement.houses.filter { house in
      let under = house.footprint.filter { $0.bounds.meets(bounds) }.map(Self.plain)
      guard !under.isEmpty else { return false }
      let covered = places.count { place in under.contains { $0.contains(place) } }
      return covered * 20 >= max(1, places.count)
    }
  }

  /// Metres as if they were millimetres, for tests of inside and outside.
  private static func plain(_ polygon: Polygon) -> PagePath {
    PagePath(polygon.rings.map { .init($0.points.dropLast().map { PagePoint($0.x, $0.y) }, isClosed: true) })
  }
}
