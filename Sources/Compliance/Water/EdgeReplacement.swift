internal import Geometry

/// The drawn line of a canal, cut where bank lines end and marked where one stands for it.
struct EdgeReplacement {
  private(set) var edges: [WaterEdge]

  init(banks: [PlacedBank], area: IndexedArea?, edges drawn: [WaterEdge]) {
    guard !banks.isEmpty else {
      edges = drawn
      return
    }
    let outline = area ?? IndexedArea([])
    edges = banks.reduce(drawn) { cut, bank in cut.flatMap { Self.cut($0, at: bank.line) } }
    for index in edges.indices {
      for bank in banks { Self.mark(&edges[index], by: bank, outline: outline, drawn: drawn) }
    }
    edges.removeAll(where: \.isReplaced)
  }

  /// Cuts an edge where it passes the ends of a bank line, so that each part is beside it or beyond.
  private static func cut(_ edge: WaterEdge, at line: LineString) -> [WaterEdge] {
    let pieces = line.segments.filter { $0.length > 0 }
    guard let first = pieces.first, let last = pieces.last else { return [edge] }
    let fractions = [(first.start, first.step), (last.end, last.step)].compactMap {
      end, direction -> Double? in
      let slope = edge.segment.step.dot(direction)
      guard slope != 0 else { return nil }
      let fraction = (end - edge.segment.start).dot(direction) / slope
      guard fraction > 1e-9, fraction < 1 - 1e-9,
        edge.segment.point(atFraction: fraction).distance(to: end) <= BankPlacement.reachMetres
      else { return nil }
      return fraction
    }
    let stops = [0] + fractions.sorted() + [1]
    return zip(stops, stops.dropFirst()).map { from, to in
      var part = edge
      part.segment = Segment(
        start: from == 0 ? edge.segment.start : edge.segment.point(atFraction: from),
        end: to == 1 ? edge.segment.end : edge.segment.point(atFraction: to))
      return part
    }
  }

  /// Nearer than this a drawn edge and a bank line are the same line.
  private static let sameLineMetres = 0.01

  private static func mark(
    _ edge: inout WaterEdge, by bank: PlacedBank, outline: IndexedArea, drawn: [WaterEdge]
  ) {
    let middle = edge.segment.midpoint
    let footing = bank.line.footing(of: middle)
    guard footing.isBeside, footing.distance <= BankPlacement.reachMetres else { return }
    let between = Segment(start: middle, end: footing.foot)
    let isSameLine = footing.distance < sameLineMetres
    if edge.source == .centreline {
      guard !drawn.contains(where: { $0.segment.crossing(between) != nil }) else { return }
      let isBankOnLeft = edge.segment.step.cross(footing.foot - edge.segment.start) >= 0
      if isBankOnLeft { edge.isReplacedOnLeft = true } else { edge.isReplacedOnRight = true }
      return
    }
    guard isSameLine || !outline.isCrossed(by: between) else { return }
    // From an edge on the water's side of the bank line one walks over land to it; from the far shore, over water.
    let isOnWaterSide = footing.isLeft == bank.isWaterOnLeft
    let goesOverWater = outline.contains(between.midpoint)
    guard isSameLine || isOnWaterSide != goesOverWater else { return }
    edge.isReplacedOnLeft = true
    edge.isReplacedOnRight = true
  }
}
