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
    let reach = try ways.buffered(byMetres: Self.touch)
    var edges: (ways: [Double], others: [Double]) = ([], [])
    for run in land.polygons.flatMap(\.rings).flatMap(Self.straightRuns) {
      let onWay = try run.reduce(0.0) { try $0 + Shape.lineString($1).intersection(reach).lengthInMetres() }
      let other = run.reduce(0) { $0 + $1.lengthInMetres } - onWay
      // A corner that touches a way at its end is no edge beside it.
      if onWay > 2 * Self.touch { edges.ways.append(onWay) }
      if other > 2 * Self.touch { edges.others.append(other) }
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
