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
    return try map.canals.indices.compactMap { number in
      let law = map.laws[number]
      guard !law.isCulvert, case .required(let metres, let rule, _) = law.answer, metres > 0,
        !pieces[number].isEmpty
      else { return nil }
      let canal = map.canals[number]
      let water =
        canal.area.isEmpty
        ? try ground(within: 0, of: pieces[number]) : Shape(canal.area)
      let near = try ground(within: metres, of: pieces[number])
      let reach = try Shape.collection([near, water].filter { !$0.isEmpty }).unaryUnion()
      return SetbackStrip(
        canal: canal.reference, name: canal.name, requiredMetres: metres, rule: RuleCitation(rule),
        line: try outerLine(of: reach, water), area: try reach.difference(water))
    }
  }

  /// What is at most so far from the pieces' own water.
  private static func ground(within metres: Double, of pieces: [WaterEdge]) throws -> Shape {
    let areas = try pieces.compactMap { piece -> Shape? in
      let radius = metres + piece.halfWidth
      guard radius > 0, piece.segment.length > 0 else { return nil }
      let line = Shape.lineString(LineString(trusted: [piece.segment.start, piece.segment.end]))
      return try line.buffered(byMetres: radius, quadrantSegments: chords(radius))
    }
    return areas.isEmpty ? .empty(.polygon) : try Shape.collection(areas).unaryUnion()
  }

  /// So many chords to a quarter circle that none lies farther than ``chordMetres`` inside.
  private static func chords(_ radius: Double) -> Int {
    // The rise of a chord over an angle a is r (1 - cos a/2), about r a²/8.
    let angle = (8 * chordMetres / radius).squareRoot()
    return min(200, max(8, Int((Double.pi / 2 / angle).rounded(.up))))
  }

  /// The edge of what is near the water, without what is water's own edge, as at the ends of an area.
  private static func outerLine(of reach: Shape, _ water: Shape) throws -> Shape {
    let boundary = try reach.boundary()
    guard !water.isEmpty else { return boundary }
    return try boundary.difference(water)
  }
}
