import GEOS
import Geometry
import Settlement

/// Where one comes in from: public roads and access points.
struct Entrances {
  /// Widened by the tolerance for drawn roads; empty when nothing is drawn.
  let entrances: Shape
  let roadsInside: Shape
  /// All roads, in the site and close around it.
  let roads: Shape
  /// Roads by which one may come in, in the site and close around it.
  let openRoads: Shape
  /// How far the nearest lies from the site when none touches it; nil when none is drawn.
  let nearestMetres: Double?

  /// - Parameter gapMetres: how far from the land a road may lie; beyond ``RoadGap/drawn`` never across water.
  init(_ settlement: Settlement, site: Shape, gapMetres: Double) throws {
    let roads = try settlement.roads.map { ($0, try Self.area(of: $0)) }.filter { !$0.1.isEmpty }
    let open = roads.filter(\.0.givesAccess).map(\.1)
    var shapes = try open.map { try $0.buffered(byMetres: RoadGap.drawn) }
    shapes += try settlement.accessPoints.map { try Shape.point($0.point).buffered(byMetres: RoadGap.drawn) }
    if gapMetres > RoadGap.drawn {
      let water = try settlement.canals.filter { !$0.isCulvert }.map(Waterfront.water).united()
      shapes += try open.map { try Self.strip(beside: $0, metres: gapMetres, landOf: water) }
    }
    entrances = shapes.isEmpty ? .empty(.polygon) : try shapes.unaryUnion()
    let all = roads.map(\.1)
    let near = try site.convexHull().buffered(byMetres: Self.around)
    self.roads = all.isEmpty ? .empty(.polygon) : try all.unaryUnion().intersection(near)
    roadsInside = try self.roads.intersection(site)
    openRoads = open.isEmpty ? .empty(.polygon) : try open.unaryUnion().intersection(near)
    nearestMetres = entrances.isEmpty ? nil : try entrances.distance(to: site)
  }

  /// Roads farther from the site serve nothing on it, in metres.
  private static let around = 20.0

  /// A road widened, as far as no water lies between; round the end of a water only where there is ground to walk on.
  private static func strip(beside road: Shape, metres: Double, landOf water: Shape) throws -> Shape {
    let strip = try road.buffered(byMetres: metres).difference(water)
    let walkable = try strip.buffered(byMetres: -passing).buffered(byMetres: passing).soundAreas
    return Shape(try walkable.polygons.filter { try Shape.polygon($0).intersects(road) })
  }

  /// Half of what a person with a cart needs, in metres. An assumption.
  private static let passing = 0.75

  /// The drawn area, or the centre line widened.
  private static func area(of road: Road) throws -> Shape {
    if !road.area.isEmpty { return try Shape(road.area).madeValid() }
    guard !road.centreline.isEmpty else { return .empty(.polygon) }
    return try Shape(road.centreline).buffered(byMetres: (road.widthMetres ?? assumedWidth) / 2, cap: .flat)
  }

  /// Of a road whose width nobody gave, in metres: narrow, so that it is never taken to reach farther than it does.
  private static let assumedWidth = 3.0
}
