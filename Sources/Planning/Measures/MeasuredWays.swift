import GEOS
import Geometry
import Settlement

/// The ways of a layout as areas: lanes, walkways, and the public roads beside them.
struct MeasuredWays {
  let site: Shape
  /// Lanes and walkways with their use; the centre line's length, in metres.
  let ways: [(lane: Lane, area: Shape, lengthMetres: Double)]
  let walkway: Shape
  /// Lanes, walkways and open roads together.
  let all: Shape
  /// Open roads and access points, widened by as much as people draw them off their place.
  let entrances: Shape
  /// Ways that a fire engine can use.
  let fireWays: Shape

  /// Width that a fire engine needs, in metres: facts/layout.md §4.4 lays spines of 4 m; no source gives a width.
  static let fireWidth = 4.0
  /// Of a road or lane that was drawn as a line without a width, in metres; narrow, so that none reaches too far.
  private static let (assumedRoad, assumedLane) = (3.0, 1.0)
  /// Roads farther from the site serve nothing on it, in metres.
  private static let around = 20.0

  init(_ layout: MeasuredLayout) throws {
    let site = try layout.settlement.site.map { try Shape.polygon($0).madeValid() }.united()
    self.site = site
    ways = try layout.lanes.compactMap { lane in
      let area = try Self.area(lane.area, lane.centreline, lane.widthMetres ?? Self.assumedLane)
      let length =
        lane.area.isEmpty
        ? lane.centreline.reduce(0) { $0 + $1.lengthInMetres }
        : area.polygons.reduce(0) { $0 + $1.centreLineMetres }
      return area.isEmpty ? nil : (lane, area, length)
    }
    walkway = try ways.filter { $0.lane.use == .walkway }.map(\.area).united()
    let ground = (layout.plots.flatMap(\.area).map(Shape.polygon) + [site] + ways.map(\.area)).filter {
      !$0.isEmpty
    }
    let near = ground.reduce(into: Bounds()) { $0.include($1.bounds) }.widened(byMetres: Self.around)
    let roads = try layout.settlement.roads.filter(\.givesAccess).compactMap { road -> Shape? in
      let area = try Self.area(road.area, road.centreline, road.widthMetres ?? Self.assumedRoad)
      guard area.bounds.meets(near), let window = near.rectangle else { return nil }
      return Shape(try area.intersection(window).polygons)
    }.united()
    let doors = ([roads] + layout.settlement.accessPoints.map { .point($0.point) }).filter { !$0.isEmpty }
    entrances = try doors.map { try $0.buffered(byMetres: layout.roadGapMetres) }.united()
    all = try (ways.map(\.area) + [roads]).united()
    fireWays = try
      ([entrances]
      + ways.filter { $0.lane.use == .spine || ($0.lane.widthMetres ?? 0) >= Self.fireWidth }.map(\.area))
      .united()
  }

  private static func area(_ polygons: [Polygon], _ lines: [LineString], _ width: Double) throws -> Shape {
    if !polygons.isEmpty { return Shape(try Shape(polygons).madeValid().polygons) }
    return lines.isEmpty ? .empty(.polygon) : try Shape(lines).buffered(byMetres: width / 2, cap: .flat)
  }

  /// The narrowest way, as far as widths are given, in metres.
  var leastWidthMetres: Double { ways.compactMap(\.lane.widthMetres).filter { $0 > 0 }.min() ?? 3 }

  /// The middle one of the widths that are given, in metres.
  var commonWidthMetres: Double {
    let widths = ways.compactMap(\.lane.widthMetres).filter { $0 > 0 }.sorted()
    return widths.isEmpty ? 3 : widths[widths.count / 2]
  }

  func lengthMetres(_ isCounted: (Lane.Use) -> Bool) -> Double {
    ways.reduce(0) { $0 + (isCounted($1.lane.use) ? $1.lengthMetres : 0) }
  }
}

extension Polygon {
  /// The length of a way's centre line: of the strip that has the same area and perimeter, in metres.
  ///
  /// True for a straight strip, and off by up to its width for each fork and each end that is not square.
  var centreLineMetres: Double {
    let (area, perimeter) = (areaInSquareMetres, perimeterInMetres)
    let room = perimeter * perimeter - 16 * area
    guard area > 0, perimeter > 0 else { return 0 }
    let width = (perimeter - (room > 0 ? room.squareRoot() : 0)) / 4
    return area / width
  }
}

extension Bounds {
  fileprivate var rectangle: Shape? {
    guard !isEmpty else { return nil }
    let corners = [
      minimum, Point(x: maximum.x, y: minimum.y), maximum, Point(x: minimum.x, y: maximum.y),
    ]
    return (try? Polygon(corners: corners)).map(Shape.polygon)
  }
}

extension [Shape] {
  /// The areas of all merged.
  func united() throws -> Shape {
    let areas = filter { !$0.polygons.isEmpty }
    return areas.isEmpty ? .empty(.polygon) : Shape(try areas.unaryUnion().polygons)
  }
}

extension [MeasureID: Double] {
  mutating func note(_ ways: MeasuredWays, _ plots: MeasuredPlots, homes: Double) throws {
    let lanes = ways.lengthMetres { $0 != .walkway }
    let walkway = ways.lengthMetres { $0 == .walkway }
    self[.laneLength] = lanes
    self[.walkwayLength] = walkway
    if !ways.walkway.isEmpty {
      self[.walkwayPieces] = Double(
        try ways.walkway.buffered(byMetres: 0.01, join: .mitre).polygons.count)
    }
    if !plots.plots.isEmpty { self[.lanePerPlot] = lanes / Double(plots.plots.count) }
    if homes > 0 { self[.worksPerPlot] = (lanes + walkway + (self[.wallLength] ?? 0)) / homes }
  }

  mutating func noteLand(_ layout: MeasuredLayout, _ ways: MeasuredWays, homes: Double) throws {
    let gross = ways.site.areaInSquareMetres
    guard gross > 0 else { return }
    self[.plotLand] = 100 * layout.plots.reduce(0) { $0 + $1.areaInSquareMetres } / gross
    let inside = try ways.ways.map(\.area).united().intersection(ways.site)
    self[.circulation] = 100 * inside.areaInSquareMetres / gross
    self[.streets] = ways.lengthMetres { _ in true } / gross * 1000
    let open = try layout.shared.filter(\.isOpen).map { Shape($0.area) }.united().areaInSquareMetres
    self[.openSpace] = 100 * open / gross
    let persons = homes * LayoutMeasures.personsPerHome
    if persons > 0 { self[.openSpacePerPerson] = open / persons }
    self[.homesPerHectare] = homes / gross * 10_000
    self[.personsPerHectare] = persons / gross * 10_000
  }
}

extension SharedPlace {
  /// Under the sky: no hall or other building.
  var isOpen: Bool {
    use.map { Self.openUses.contains($0.lowercased()) } ?? true
  }

  private static let openUses: Set = [
    "open", "park", "playground", "yard", "court", "square", "plaza", "garden", "green", "sports",
  ]
}
