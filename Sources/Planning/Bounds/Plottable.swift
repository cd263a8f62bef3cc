import GEOS
import Geometry

/// The land on which a plot of a size can lie at all, and its straight edges.
struct Plottable {
  let squareMetres: Double
  /// Lengths of straight edges beyond which there is a way already, in metres.
  let wayEdges: [Double]
  /// Of all other edges.
  let otherEdges: [Double]

  /// A plot holds a disc as wide as its shorter side, and lies within half its diagonal of the middle of it.
  /// What is farther from every such place holds no plot; a little more is kept, for buffers are not exact.
  init(ground: Ground, plot: PlotSize) throws {
    let disc = min(plot.frontageMetres, plot.depthMetres) / 2 * 0.97
    let diagonal = (plot.frontageMetres * plot.frontageMetres + plot.depthMetres * plot.depthMetres)
      .squareRoot()
    let middles = try ground.boundGround.buffered(byMetres: -disc)
    let near = try middles.buffered(byMetres: diagonal / 2 * 1.03 + 0.05, quadrantSegments: 16)
    let land = middles.isEmpty ? Shape.empty(.polygon) : try ground.boundGround.intersection(near)
    squareMetres = land.areaInSquareMetres

    let ways = try [ground.walkway, ground.roads, ground.entrances].filter { !$0.isEmpty }.unaryUnion()
    let prepared = try PreparedShape(ways)
    var edges: (ways: [Double], others: [Double]) = ([], [])
    for run in land.polygons.flatMap(\.rings).flatMap(Self.straightRuns) {
      // A place in the middle may miss a way that lies along a part of the edge only.
      let isOnWay = try run.contains { try prepared.isWithin(metres: Self.touch, of: .lineString($0)) }
      let length = run.reduce(0) { $0 + $1.lengthInMetres }
      if isOnWay { edges.ways.append(length) } else { edges.others.append(length) }
    }
    (wayEdges, otherEdges) = edges
  }

  private static let touch = 0.05

  /// The pieces of a ring that run on in one direction.
  private static func straightRuns(_ ring: Ring) -> [[LineString]] {
    var runs: [[LineString]] = []
    var last: Vector?
    for segment in ring.segments {
      guard let unit = segment.step.unit, let line = try? LineString([segment.start, segment.end]) else {
        continue
      }
      if let before = last, abs(before.cross(unit)) < 1e-9, before.dot(unit) > 0 {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
      last = unit
    }
    return runs
  }
}
