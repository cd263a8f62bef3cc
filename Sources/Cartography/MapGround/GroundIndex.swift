internal import Geometry
internal import Settlement

/// Finds what of a subject lies near a place, so that a page costs what it shows and not what the site holds.
struct GroundIndex {
  private static let cell = 60.0
  private let subject: MapSubject
  private var plots: [Cell: [Int]] = [:]
  private var houses: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  init(_ subject: MapSubject) {
    self.subject = subject
    for (index, plot) in subject.plan.plots.enumerated() {
      for cell in Self.cells(PlotSurroundings.bounds(of: plot) ?? Bounds()) {
        plots[cell, default: []].append(index)
      }
    }
    for (index, house) in subject.settlement.houses.enumerated() {
      for cell in Self.cells(house.shape.bounds) { houses[cell, default: []].append(index) }
    }
  }

  /// The subject with only what meets a rectangle; what is not plots or houses is looked through piece by piece.
  func subject(near bounds: Bounds) -> MapSubject {
    var near = subject
    let cells = Self.cells(bounds)
    near.plan.plots = Set(cells.flatMap { plots[$0] ?? [] }).sorted().map { subject.plan.plots[$0] }
    near.settlement.houses = Set(cells.flatMap { houses[$0] ?? [] }).sorted().map {
      subject.settlement.houses[$0]
    }
    near.plan.lanes.removeAll { lane in
      lane.centreline.isEmpty && !lane.area.contains { $0.bounds.meets(bounds) }
    }
    near.plan.sharedPlaces.removeAll { place in !place.area.contains { $0.bounds.meets(bounds) } }
    near.settlement.keeps.removeAll { !$0.shape.bounds.meets(bounds) }
    return near
  }

  private static func cells(_ bounds: Bounds) -> [Cell] {
    guard !bounds.isEmpty else { return [] }
    func index(_ metres: Double) -> Int { Int((metres / cell).rounded(.down)) }
    return (index(bounds.minimum.y)...index(bounds.maximum.y)).flatMap { row in
      (index(bounds.minimum.x)...index(bounds.maximum.x)).map { Cell(column: $0, row: row) }
    }
  }
}
