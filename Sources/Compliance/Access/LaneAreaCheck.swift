internal import GEOS
public import Geometry

/// Judges the ground of lanes by shrinking it: what is left where half the width is taken off all round.
///
/// It knows areas and lines, and nothing of how the ground was made.
public struct LaneAreaCheck: Sendable {
  public struct Lane: Sendable {
    /// The boundary that it follows.
    public var line: LineString
    public var area: [Polygon]
    public var widthMetres: Double

    public init(line: LineString, area: [Polygon], widthMetres: Double) {
      self.line = line
      self.area = area
      self.widthMetres = widthMetres
    }
  }

  /// Lanes that are somewhere narrower than said, or that neither a road nor a lane said to be narrower leads into.
  public private(set) var narrow: [Int] = []
  /// What parcels and lanes after have more than parcels before, in square metres.
  public private(set) var surplusSquareMetres = 0.0
  /// Houses that a lane cuts, in ascending order.
  public private(set) var housesCut: [Int] = []

  /// Files hold a tenth of a millimetre, and round bends are chords: so much narrower is not told, in metres.
  public static let tolerance = 0.01

  /// - Throws: `GEOSError`.
  public init(
    lanes: [Lane], roads: [LineString], before: [[Polygon]], after: [[Polygon]], houses: [[Polygon]]
  ) throws {
    let area = { (grounds: [[Polygon]]) in
      grounds.joined().reduce(0) { $0 + $1.areaInSquareMetres }
    }
    surplusSquareMetres = area(after) + area(lanes.map(\.area)) - area(before)
    let ground = try lanes.flatMap(\.area).map(Shape.polygon).unaryUnion()
    guard !ground.isEmpty else { return }
    let roadIndex = SpatialIndex(roads.map(\.bounds))
    let isBesideRoad = { (place: Point, reach: Double) in
      try roadIndex.query(Bounds(of: [place]).widened(byMetres: reach)).contains {
        try Shape.lineString(roads[$0]).isWithin(metres: reach, of: .point(place))
      }
    }
    for width in Set(lanes.map(\.widthMetres)) {
      let ways = roads + lanes.filter { $0.widthMetres < width - 1e-9 }.map(\.line)
      let cores = try cores(of: ground, width, ways)
      for (number, lane) in lanes.enumerated() where lane.widthMetres == width && !lane.area.isEmpty {
        // A lane shorter than this is no more than the mouth of another.
        guard lane.line.lengthInMetres > 1.5 * width else { continue }
        if try !follows(lane, cores, isBesideRoad) { narrow.append(number) }
      }
    }
    narrow.sort()
    let prepared = try PreparedShape(ground)
    housesCut = try houses.indices.filter { house in
      let shape = Shape(houses[house])
      guard !shape.isEmpty, try prepared.intersects(shape) else { return false }
      return try shape.intersection(ground).polygons.contains { $0.areaInSquareMetres > 0.001 }
    }
  }

  /// The pieces along whose middle something as wide can move in from a road, or from a lane that is
  /// narrower.
  private func cores(of ground: Shape, _ width: Double, _ roads: [LineString]) throws -> PreparedShape {
    let shrunk = try ground.buffered(byMetres: -(width / 2 - Self.tolerance))
    let index = SpatialIndex(roads.map(\.bounds))
    let joined = try shrunk.polygons.filter { core in
      let reach = core.bounds.widened(byMetres: 1.5 * width)
      return try index.query(reach).contains {
        try Shape.polygon(core).isWithin(metres: 1.3 * width, of: .lineString(roads[$0]))
      }
    }
    return try PreparedShape(Shape(joined))
  }

  /// Whether the middle stays near the boundary, metre by metre; at a sharp bend or a slanting mouth it is a width off.
  /// Where the boundary leaves a road at a flat angle, the road's own ground is the other half of the lane.
  private func follows(
    _ lane: Lane, _ cores: PreparedShape, _ isBesideRoad: (Point, Double) throws -> Bool
  ) throws -> Bool {
    let steps = max(2, Int(min(1e5, lane.line.lengthInMetres.rounded(.up))))
    var places = lane.line.points
    for segment in lane.line.segments {
      let count = max(1, Int(Double(steps) * segment.length / max(1e-9, lane.line.lengthInMetres)))
      places += (0..<count).map { segment.point(atFraction: Double($0) / Double(count)) }
    }
    return try places.allSatisfy {
      try cores.isWithin(metres: 1.3 * lane.widthMetres, of: .point($0))
        || isBesideRoad($0, lane.widthMetres / 2)
    }
  }
}
