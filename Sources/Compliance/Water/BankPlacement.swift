internal import Geometry
internal import Settlement

/// A bank line beside its canal.
struct PlacedBank {
  var number: Int
  var line: LineString
  var isWaterOnLeft: Bool
}

/// Puts each bank line beside its canal and takes away the drawn edge that it stands for.
struct BankPlacement {
  private(set) var edges: [WaterEdge] = []
  private(set) var banksOfCanal: [[PlacedBank]]
  /// Bank lines to which no canal was found; each becomes a canal of its own, after the drawn ones.
  private(set) var orphans: [Int] = []

  /// A bank line belongs to a canal whose drawn line is at most this far away (an assumption: more than any bank moves).
  static let reachMetres = 60.0

  init(banks: [BankLine], canals: [Canal], edges drawn: [[WaterEdge]], areas: [IndexedArea?]) {
    banksOfCanal = Array(repeating: [], count: canals.count)
    var bankEdges: [WaterEdge] = []
    for (number, bank) in banks.enumerated() {
      let owners = Self.owners(of: bank, canals: canals, edges: drawn)
      let canal = owners.first ?? canals.count + orphans.count
      bankEdges += bank.line.segments.map { WaterEdge(segment: $0, canal: canal, source: .bank(number)) }
      for owner in owners {
        let side = WaterSide(of: bank.line, edges: drawn[owner], area: areas[owner])
        banksOfCanal[owner].append(
          PlacedBank(number: number, line: bank.line, isWaterOnLeft: side.isWaterOnLeft))
      }
      if owners.isEmpty {
        orphans.append(number)
        banksOfCanal.append([])
      }
    }
    for canal in canals.indices {
      let replacement = EdgeReplacement(banks: banksOfCanal[canal], area: areas[canal], edges: drawn[canal])
      edges += replacement.edges
    }
    // Without bank lines they stand in the order of the canals already.
    guard !bankEdges.isEmpty else { return }
    edges = (edges + bankEdges).enumerated()
      .sorted { ($0.element.canal, $0.offset) < ($1.element.canal, $1.offset) }.map(\.element)
  }

  /// The canals of the same name, else the nearest; the nearest comes first.
  private static func owners(of bank: BankLine, canals: [Canal], edges: [[WaterEdge]]) -> [Int] {
    let probes = [0.25, 0.5, 0.75].map { bank.line.point(atMetres: bank.line.lengthInMetres * $0) }
    let near: [(canal: Int, distance: Double)] = canals.indices.compactMap { canal in
      let distance = edges[canal].reduce(Double.infinity) { least, edge in
        probes.reduce(least) { min($0, abs(edge.segment.distance(to: $1) - edge.halfWidth)) }
      }
      return distance <= reachMetres ? (canal, distance) : nil
    }
    .sorted { ($0.distance, $0.canal) < ($1.distance, $1.canal) }
    let named = near.filter { bank.canal != nil && canals[$0.canal].name == bank.canal }
    return named.isEmpty ? near.prefix(1).map(\.canal) : named.map(\.canal)
  }
}
