internal import GEOS
internal import Geometry
internal import Settlement

/// Where one comes to the parcels of a block from outside: its outline, or what of it lies on a road.
struct BlockOutline {
  /// Lines along which a parcel has access today.
  private(set) var roads: [LineString] = []

  /// How far a parcel may lie off the road or the water that it is on, in metres: an assumption.
  private static let assumedGap = 1.0
  /// The width of a road whose file gives none, in metres: an assumption.
  private static let assumedRoad = 6.0
  /// Enclosed ground of more than so many usual parcels is a street or a square: an assumption.
  private static let assumedStreet = 4.0

  /// So long is what closing fills at the inmost end of a way into the block, in metres: an assumption.
  private static let assumedTip = 0.5

  /// - Parameter lanes: the ground of new lanes.
  /// - Throws: `GEOSError`.
  init(_ settlement: Settlement, lanes: [Polygon], existing: [Lane], _ statement: ReblockingStatement) throws
  {
    let parcels = settlement.parcels.map(\.area)
    let land = try (parcels.joined().map(Shape.polygon) + lanes.map(Shape.polygon)).unaryUnion()
    let closing = max(0.001, statement.looseMetres / 2)
    // What gaps of drawing enclose is no outline.
    let whole = try land.buffered(byMetres: closing, join: .mitre).buffered(byMetres: -closing, join: .mitre)
    let sizes = parcels.map { $0.reduce(0) { $0 + $1.areaInSquareMetres } }.sorted()
    let street = sizes.isEmpty ? 0 : sizes[sizes.count / 2] * Self.assumedStreet
    func borders(_ land: Shape) -> Shape {
      Shape(
        land.polygons.flatMap { block in
          [block.shell.line]
            + block.holes.filter { abs($0.signedAreaInSquareMetres) > street }.map(\.line)
        })
    }
    var outline = borders(whole)
    // Closing also fills the inmost end of a narrow way into the block.
    let near = try outline.buffered(byMetres: Self.assumedTip + closing, quadrantSegments: 2)
    outline = Shape(outline.lineStrings + (try borders(land).intersection(near).lineStrings))
    var open = outline
    let givers = settlement.roads.filter(\.givesAccess)
    let waters = try settlement.canals.filter { !$0.isCulvert }.map { canal in
      try
        (canal.area.isEmpty
        ? Shape(canal.centreline).buffered(byMetres: (canal.widthMetres ?? 0.02) / 2, cap: .flat)
        : Shape(canal.area)).buffered(byMetres: Self.assumedGap)
    }
    let water = waters.isEmpty ? Shape.empty(.polygon) : try waters.unaryUnion()
    if !statement.outlineIsRoad {
      let ways = try reach(givers.map { ($0.area, $0.centreline, $0.widthMetres ?? Self.assumedRoad) })
      // A walkway along the bank gives access as a road does.
      open = try outline.intersection(statement.hasWalkway ? ([ways] + waters).unaryUnion() : ways)
    }
    if !statement.hasWalkway, !water.isEmpty { open = try open.difference(water) }
    roads = open.lineStrings
    guard !existing.isEmpty else { return }
    let ways = try reach(existing.map { ($0.area, $0.centreline, $0.widthMetres ?? 1) })
    let boundaries = Shape(parcels.joined().flatMap(\.rings).map(\.line))
    roads += try boundaries.intersection(ways).lineStrings
  }

  /// The ground of ways with the room that a parcel may lie off it.
  private func reach(_ ways: [(area: [Polygon], lines: [LineString], width: Double)]) throws -> Shape {
    try ways.map { way in
      try way.area.isEmpty
        ? Shape(way.lines).buffered(byMetres: way.width / 2 + Self.assumedGap)
        : Shape(way.area).buffered(byMetres: Self.assumedGap)
    }.unaryUnion()
  }
}
