public import Geometry
public import Settlement

/// A plot as a household looks at it.
public struct PlotPlace: Hashable, Sendable {
  /// Its place in the list of plots.
  public var index: Int
  /// What people call it: its number, else its id; no two places have the same.
  public var label: String
  public var centre: Point
  public var squareMetres: Double
  public var frontageMetres: Double?
  public var row: String?
  public var number: Int?
  /// Two sides or more lie on ways.
  public var isCorner: Bool
  /// A side lies on the walkway beside the canal.
  public var frontsCanal: Bool
  /// A side lies on a lane for vehicles.
  public var frontsSpine: Bool
  /// To the nearest public road or way in, straight; nil where none is known.
  public var metresToRoad: Double?
  /// To the nearest bank or canal, straight; nil where none is known.
  public var metresToCanal: Double?
  /// Its stable name in the plan's file.
  public var id: String?
}

extension [PlotPlace] {
  /// The place of each name by which people may call a plot: its label first, then its id.
  var placesByName: [String: Int] {
    var found: [String: Int] = [:]
    for (place, plot) in enumerated() { found[plot.label] = place }
    for (place, plot) in enumerated() { if let id = plot.id, found[id] == nil { found[id] = place } }
    return found
  }
}

extension PlotPlace {
  /// All plots of a layout, in the order of their numbers; those without one follow.
  public static func all(_ plots: [Plot], ways: [Lane], settlement: Settlement) -> [PlotPlace] {
    let ground = WayGround(ways)
    let roads = settlement.roads.filter(\.givesAccess)
    let roadEdges = roads.flatMap { $0.area.edges + $0.centreline.flatMap(\.edges) }
    let entries = settlement.accessPoints.map(\.point)
    let water =
      settlement.banks.isEmpty
      ? settlement.canals.flatMap { $0.area.edges + $0.centreline.flatMap(\.edges) }
      : settlement.banks.flatMap { $0.line.edges }
    let names = labels(plots)
    let places = plots.enumerated().compactMap { index, plot -> PlotPlace? in
      guard let centre = Bounds(of: plot.area.flatMap(\.shell.points)).centre else { return nil }
      let fronts = ground.fronts(of: plot.area)
      let road = (roadEdges.map { $0.distance(to: centre) } + entries.map { $0.distance(to: centre) }).min()
      return PlotPlace(
        index: index, label: names[index], centre: centre, squareMetres: plot.areaInSquareMetres,
        frontageMetres: plot.frontageMetres ?? fronts.longestMetres, row: plot.row, number: plot.number,
        isCorner: fronts.sides > 1, frontsCanal: fronts.uses.contains(.walkway),
        frontsSpine: fronts.uses.contains(.spine), metresToRoad: road,
        metresToCanal: water.map { $0.distance(to: centre) }.min(), id: plot.id)
    }
    return places.sorted { ($0.number ?? .max, $0.index) < ($1.number ?? .max, $1.index) }
  }

  private static func labels(_ plots: [Plot]) -> [String] {
    var counts: [String: Int] = [:]
    for plot in plots {
      for name in [plot.number.map(String.init), plot.id].compactMap(\.self) { counts[name, default: 0] += 1 }
    }
    return plots.enumerated().map { index, plot in
      [plot.number.map(String.init), plot.id].compactMap(\.self).first { counts[$0] == 1 } ?? "plot \(index)"
    }
  }
}

extension LineString {
  var edges: [Segment] { zip(points, points.dropFirst()).map { Segment(start: $0, end: $1) } }
}

extension [Polygon] {
  var edges: [Segment] { flatMap { $0.rings.flatMap(\.segments) } }
}
