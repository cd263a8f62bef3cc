import GEOS
import Geometry

/// A lane for vehicles from an entrance along the site.
struct Spine {
  let area: Shape
  let widthMetres: Double
}

/// The spines that are tried: each runs beside the walkway at another distance, as far as one comes from an entrance.
struct SpineCandidates {
  let ground: Ground
  let request: PlanRequest
  let widthMetres: Double

  /// The ground with each spine taken out of it.
  func grounds() throws -> [Ground] {
    var grounds: [Ground] = []
    for level in try levels() {
      guard let spine = try spine(at: level) else { continue }
      var ground = self.ground
      ground.spine = Spine(area: spine, widthMetres: widthMetres)
      ground.parts = try Shape(ground.parts).difference(
        spine.buffered(byMetres: Ground.clearance, join: .mitre)
      ).polygons
      if !ground.parts.isEmpty { grounds.append(ground) }
    }
    return grounds
  }

  /// Distances from the walkway: beside it, behind one row, half way, before one row, at the back.
  private func levels() throws -> [Double] {
    let plot = request.smallestPlot
    let depths = try ground.parts.compactMap { part -> Double? in
      guard let line = try Front(of: part, along: ground.walkway)?.line,
        let first = line.points.first, let last = line.points.last,
        let frame = Frame(origin: first, along: last - first)
      else { return nil }
      return part.shell.points.map { frame.local($0).v }.max()
    }
    guard let depth = depths.max(), depth >= widthMetres else { return [] }
    let back = depth - widthMetres - Self.slack
    let units = (back / 2 / plot.frontageMetres).rounded(.down)
    let all = [0, plot.depthMetres, units * plot.frontageMetres, back - plot.depthMetres, back]
    return all.filter { $0 >= 0 && $0 <= back }.sorted().reduce(into: []) { levels, level in
      if level - (levels.last ?? -1) >= 1 { levels.append(level) }
    }
  }

  /// So much stays between a spine at the back and the edge of the land, in metres.
  private static let slack = 0.02
  /// A spine is drawn wider by this much: its corners may be smoothed away.
  private static let margin = 0.06
  /// A piece shorter than this many widths is no spine.
  private static let shortest = 4.0

  private func spine(at level: Double) throws -> Shape? {
    let width = widthMetres + Self.margin
    let band = try ground.walkway.buffered(byMetres: level + width, join: .mitre)
      .difference(ground.walkway.buffered(byMetres: level, join: .mitre))
      .intersection(ground.walkable).difference(ground.roads)
    let half = widthMetres / 2 - Polygon.widthTolerance
    let cores = try band.buffered(byMetres: -half, join: .mitre).polygons.map(Shape.polygon).filter {
      try $0.isWithin(metres: half, of: ground.entrances)
    }
    guard !cores.isEmpty else { return nil }
    let area = try cores.unaryUnion().buffered(byMetres: half, join: .mitre).intersection(band)
    let pieces = area.polygons.filter { $0.areaInSquareMetres >= Self.shortest * width * width }
    return pieces.isEmpty ? nil : Shape(pieces)
  }
}
