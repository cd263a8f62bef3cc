internal import GEOS
internal import Geometry
internal import Regulations
internal import Settlement

/// All canals with their legal lines, indexed once and asked many times.
struct CanalMap {
  let canals: [Canal]
  let banks: [BankLine]
  let laws: [CanalLaw]
  let edges: [WaterEdge]
  /// Which bank lines belong to each canal.
  let banksOfCanal: [[PlacedBank]]
  /// The drawn areas; nil for a canal that is a line.
  let areas: [IndexedArea?]
  /// How far from each piece of legal line a building is looked at.
  let edgeReaches: [Bounds]
  /// Round the water and the bank lines of each canal.
  let waterBounds: [Bounds]
  let edgeCells: CellIndex
  let waterCells: CellIndex

  private let accuracyMetres: Double

  /// Most buildings are at most so wide and deep.
  private static let buildingMetres = 24.0

  /// Distances are told at least this far from a canal, even where the rule asks for less.
  static let leastReachMetres = 30.0

  init(_ settlement: Settlement, book: RuleBook, assumedWidthMetres: Double?, accuracyMetres: Double) {
    var canals = settlement.canals
    let areas = canals.map { $0.area.isEmpty ? nil : IndexedArea($0.area) }
    let drawn = canals.indices.map { canals[$0].edges(number: $0, assumedWidthMetres: assumedWidthMetres) }
    let placed = BankPlacement(banks: settlement.banks, canals: canals, edges: drawn, areas: areas)
    // A bank line without any canal still is one, of a width that nobody knows.
    canals += placed.orphans.map {
      Canal(reference: settlement.banks[$0].reference, name: settlement.banks[$0].canal)
    }
    self.canals = canals
    banks = settlement.banks
    self.areas = areas + placed.orphans.map { _ in nil }
    banksOfCanal = placed.banksOfCanal
    let laws = canals.map { CanalLaw($0, book: book, assumedWidthMetres: assumedWidthMetres) }
    self.laws = laws
    edges = placed.edges
    self.accuracyMetres = accuracyMetres
    edgeReaches = placed.edges.map { edge in
      let reach = Self.reach(laws[edge.canal], accuracyMetres)
      return edge.segment.bounds.widened(byMetres: edge.halfWidth + reach + 0.001)
    }
    waterBounds = zip(self.areas, placed.banksOfCanal).map { area, banks in
      var bounds = area?.bounds ?? Bounds()
      for bank in banks { bounds.include(bank.line.bounds) }
      return bounds
    }
    edgeCells = CellIndex(edgeReaches, look: Self.buildingMetres)
    waterCells = CellIndex(waterBounds)
  }

  /// How far from its legal line a canal is looked at; beyond, not all of its pieces are seen.
  func reachMetres(ofCanal number: Int) -> Double { Self.reach(laws[number], accuracyMetres) }

  private static func reach(_ law: CanalLaw, _ accuracyMetres: Double) -> Double {
    max(law.reachMetres, leastReachMetres) + accuracyMetres
  }

  /// The pieces of legal line in reach of a rectangle, each in the order of its canal.
  func edges(inReachOf bounds: Bounds) -> [Int] {
    edgeCells.query(bounds, among: edgeReaches)
  }

  /// The canals whose water a rectangle may meet.
  func waters(meeting bounds: Bounds) -> [Int] {
    waterCells.query(bounds, among: waterBounds)
  }

  /// Whether a place is on the water's side of the legal line.
  func isWater(_ point: Point, ofCanal number: Int) -> Bool {
    let isDrawn = areas[number]?.contains(point) ?? false
    var isWater = isDrawn
    for bank in banksOfCanal[number] {
      let footing = bank.line.footing(of: point)
      guard footing.isBeside, footing.distance <= BankPlacement.reachMetres,
        !crossesDrawnLine(Segment(start: point, end: footing.foot), ofCanal: number)
      else { continue }
      let isWaterSide = footing.isLeft == bank.isWaterOnLeft
      if isDrawn, !isWaterSide { isWater = false }
      if !isDrawn, isWaterSide { return true }
    }
    return isWater
  }

  /// Whether the drawn edge or centre line of a canal lies between two places.
  /// Whether a segment crosses the water as it is drawn.
  func crossesDrawnLine(_ segment: Segment, ofCanal number: Int) -> Bool {
    if let area = areas[number] { return area.isCrossed(by: segment) }
    return canals[number].centreline.contains { line in
      line.segments.contains { $0.crossing(segment) != nil } || line.isCrossedAtCorner(by: segment)
    }
  }
}

extension Canal {
  /// The drawn outline, or the centre line with half the width to both sides.
  func edges(number: Int, assumedWidthMetres: Double?) -> [WaterEdge] {
    let outline = area.flatMap { $0.rings.flatMap(\.segments) }
      .map { WaterEdge(segment: $0, canal: number, source: .edge) }
    // Where both are drawn the area says more.
    guard outline.isEmpty else { return outline }
    let half = max(0, (widthMetres ?? assumedWidthMetres ?? 0) / 2)
    return centreline.flatMap(\.segments)
      .map { WaterEdge(segment: $0, halfWidth: half, canal: number, source: .centreline) }
  }
}
