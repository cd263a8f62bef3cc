internal import Geometry
internal import Settlement

/// Finds what of a subject lies near a place, so that a page costs what it shows and not what the site holds.
struct GroundIndex {
  private static let cell = 60.0
  /// What covers more squares than this is looked at for every page.
  private static let mostCells = 400
  private let subject: MapSubject
  private var plots: [Cell: [Int]] = [:]
  private var houses: [Cell: [Int]] = [:]
  private var largePlots: [Int] = []
  private var largeHouses: [Int] = []

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  init(_ subject: MapSubject) {
    self.subject = subject
    for (index, plot) in subject.plan.plots.enumerated() {
      guard let cells = Self.cells(PlotSurroundings.bounds(of: plot) ?? Bounds()) else {
        largePlots.append(index)
        continue
      }
      for cell in cells { plots[cell, default: []].append(index) }
    }
    for (index, house) in subject.settlement.houses.enumerated() {
      guard let cells = Self.cells(house.shape.bounds) else {
        largeHouses.append(index)
        continue
      }
      for cell in cells { houses[cell, default: []].append(index) }
    }
  }

  /// The subject with only what meets a rectangle; what is not plots or houses is looked through piece by piece.
  func subject(near bounds: Bounds) -> MapSubject {
    var near = subject
    // Around a very large plot there is everything.
    guard let cells = Self.cells(bounds) else { return subject }
    near.plan.plots = Set(cells.flatMap { plots[$0] ?? [] } + largePlots).sorted().map {
      subject.plan.plots[$0]
    }
    near.settlement.houses = Set(cells.flatMap { houses[$0] ?? [] } + largeHouses).sorted().map {
      subject.settlement.houses[$0]
    }
    near.plan.lanes.removeAll { lane in
      lane.centreline.isEmpty && !lane.area.contains { $0.bounds.meets(bounds) }
    }
    near.plan.sharedPlaces.removeAll { place in !place.area.contains { $0.bounds.meets(bounds) } }
    near.settlement.keeps.removeAll { !$0.shape.bounds.meets(bounds) }
    return near
  }

  /// Nil for what covers too many.
  private static func cells(_ bounds: Bounds) -> [Cell]? {
    guard !bounds.isEmpty else { return [] }
    guard (bounds.width / cell + 2) * (bounds.height / cell + 2) <= Double(mostCells) else { return nil }
    func index(_ metres: Double) -> Int { Int((metres / cell).rounded(.down)) }
    return (index(bounds.minimum.y)...index(bounds.maximum.y)).flatMap { row in
      (index(bounds.minimum.x)...index(bounds.maximum.x)).map { Cell(column: $0, row: row) }
    }
  }
}
