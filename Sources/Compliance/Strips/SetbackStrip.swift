internal import GEOS
public import Geometry
public import Settlement

/// The ground beside one canal on which the rule book lets nothing be built.
public struct SetbackStrip: Sendable {
  public var canal: FeatureReference
  public var name: String?
  public var requiredMetres: Double
  public var rule: RuleCitation
  /// Where the ground ends on which nothing may be built: every place of it is `requiredMetres` from the legal line.
  public var line: Shape
  /// Between the legal line and ``line``, without the water.
  public var area: Shape
}

extension SetbackStrip {
  /// How far a chord may lie inside its arc, in metres.
  public static let chordMetres = 0.001

  /// The strips of all canals of which the book asks a number; covered ones and those that nothing is known of have none.
  ///
  /// By a true distance rule: what is at most so far from any piece of legal line, piece by piece, for GEOS's own buffer
  /// smooths a line by a hundredth of the distance first.
  /// - Throws: `GEOSError` when a deadline passes or a shape cannot be overlaid.
  public static func all(of waters: Settlement, checker: Checker) throws -> [SetbackStrip] {
    let map = CanalMap(
      waters, book: checker.book, assumedWidthMetres: checker.canalWidthMetres, accuracyMetres: 0)
    var pieces: [[WaterEdge]] = Array(repeating: [], count: map.canals.count)
    for edge in map.edges { pieces[edge.canal].append(edge) }
    let strips = Parallel.map(Array(map.canals.indices)) { [pieces] number in
      Result { try strip(map.canals[number], map.laws[number], pieces[number]) }
    }
    return try strips.compactMap { try $0.get() }
  }

  private static func strip(_ canal: Canal, _ law: CanalLaw, _ pieces: [WaterEdge]) throws -> SetbackStrip? {
    guard !law.isCulvert, case .required(let metres, let rule, _) = law.answer, metres > 0, !pieces.isEmpty
    else { return nil }
    let water = canal.area.isEmpty ? try ground(within: 0, of: pieces) : Shape(canal.area)
    let near = try ground(within: metres, of: pieces)
    let reach = try Shape.collection([near, water].filter { !$0.isEmpty }).unaryUnion()
    return SetbackStrip(
      canal: canal.reference, name: canal.name, requiredMetres: metres, rule: RuleCitation(rule),
      line: try outerLine(of: reach, water), area: try reach.difference(water))
  }

  /// What is at most so far from the pieces' own water.
  private static func ground(within metres: Double, of pieces: [WaterEdge]) throws -> Shape {
    let parts = try GroundWithin(metres: metres, of: pieces).parts
    return parts.isEmpty ? .empty(.polygon) : try Shape.collection(parts).unaryUnion()
  }

  /// The edge of what is near the water, without what is water's own edge, as at the ends of an area.
  private static func outerLine(of reach: Shape, _ water: Shape) throws -> Shape {
    let boundary = try reach.boundary()
    guard !water.isEmpty else { return boundary }
    return try boundary.difference(water)
  }
}
