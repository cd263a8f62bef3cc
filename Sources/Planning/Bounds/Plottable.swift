import GEOS
import Geometry

/// The land on which a plot of a size can lie at all, and its edges.
struct Plottable {
  let land: Shape
  /// The edge of the land beyond which one may walk: fronts may look across it.
  let wayEdge: Shape
  /// Some way that is there already is narrower than a lane: what looks on it has less clear ground before it.
  let hasNarrowWays: Bool

  var squareMetres: Double { land.areaInSquareMetres }
  let wayMetres: Double
  /// Of the edge beyond which nobody walks.
  let otherMetres: Double

  /// A plot holds a disc as wide as its shorter side, and lies within half its diagonal of the middle of it.
  /// What is farther from every such place holds no plot; a little more is kept, for buffers are not exact.
  init(ground: Ground, request: PlanRequest) throws {
    let plot = request.plot
    let disc = min(plot.frontageMetres, plot.depthMetres) / 2 * 0.97
    let diagonal = (plot.frontageMetres * plot.frontageMetres + plot.depthMetres * plot.depthMetres)
      .squareRoot()
    land = try ground.boundGround.part(
      withinMetres: diagonal / 2 * 1.03 + 0.05, ofDiscsOfMetres: disc, quadrantSegments: 16)
    guard !land.isEmpty else {
      (wayEdge, hasNarrowWays, wayMetres, otherMetres) = (.empty(.lineString), false, 0, 0)
      return
    }
    // Corners that hold no plot are walked on too.
    let corners = try ground.walkable.difference(land).polygons.filter { $0.areaInSquareMetres > Self.crumb }
    let made = try [ground.roads, ground.openRoads, ground.keptLanes].filter { !$0.isEmpty }.unaryUnion()
    let ways = try [ground.walkway, made, ground.entrances, Shape(corners)].filter { !$0.isEmpty }
      .unaryUnion()
    wayEdge =
      ways.isEmpty
      ? .empty(.lineString) : try land.boundary().intersection(ways.buffered(byMetres: Self.touch))
    wayMetres = try wayEdge.lengthInMetres()
    otherMetres = max(0, land.polygons.reduce(0) { $0 + $1.perimeterInMetres } - wayMetres)
    hasNarrowWays = try Self.isNarrow(made, widthMetres: request.laneWidthMetres)
  }

  /// As near as this an edge lies on a way, in metres.
  private static let touch = 0.05
  /// Arithmetic at the corners of cut ground, in square metres.
  private static let crumb = 0.01

  private static func isNarrow(_ ways: Shape, widthMetres: Double) throws -> Bool {
    guard !ways.polygons.isEmpty else { return false }
    let half = widthMetres / 2 - touch / 2
    let wide = try ways.buffered(byMetres: -half, join: .mitre).buffered(byMetres: half + touch, join: .mitre)
      .soundAreas
    return try ways.difference(wide).polygons.contains { $0.areaInSquareMetres > 0.5 }
  }

  /// Ground beyond the edge that fronts and row ends on the land may claim.
  func collar(frontMetres: Double, endMetres: Double) throws -> Shape {
    guard !land.isEmpty else { return .empty(.polygon) }
    var rims: [Shape] = []
    if !wayEdge.isEmpty {
      rims.append(try wayEdge.buffered(byMetres: frontMetres * Self.chordal, quadrantSegments: 32))
    }
    if endMetres > 0 {
      rims.append(try land.boundary().buffered(byMetres: endMetres * Self.chordal, quadrantSegments: 32))
    }
    return rims.isEmpty ? .empty(.polygon) : try rims.unaryUnion().difference(land)
  }

  /// Round corners of a buffer lie up to this much inside the true distance.
  private static let chordal = 1.0004
}

extension Shape {
  /// The part that lies near the middle of a disc which has room in the shape.
  ///
  /// - Parameters:
  ///   - reach: how far from the middle of the disc, in metres.
  ///   - radius: of the disc, in metres.
  func part(
    withinMetres reach: Double, ofDiscsOfMetres radius: Double, quadrantSegments: Int = 8
  ) throws -> Shape {
    let middles = try buffered(byMetres: -radius)
    guard !middles.isEmpty else { return .empty(.polygon) }
    let near = try middles.buffered(byMetres: reach, quadrantSegments: quadrantSegments).soundAreas
    // Where pieces only touch, lines and points come along.
    return Shape(try intersection(near).polygons)
  }
}
