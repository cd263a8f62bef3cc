/// Any shape of the simple-features model, in metres; the currency of the GEOS module.
///
/// A part of a multi-shape is never empty; a shape as a whole may be, and then remembers its kind.
public indirect enum Shape: Hashable, Sendable {
  case point(Point)
  case lineString(LineString)
  case polygon(Polygon)
  case multiPoint([Point])
  case multiLineString([LineString])
  case multiPolygon([Polygon])
  case collection([Shape])
  case empty(Kind)

  public enum Kind: Hashable, Sendable {
    case point, lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
  }
}

extension Shape {
  /// The polygons as one shape.
  public init(_ polygons: [Polygon]) {
    switch polygons.count {
    case 0: self = .empty(.polygon)
    case 1: self = .polygon(polygons[0])
    default: self = .multiPolygon(polygons)
    }
  }

  /// The lines as one shape.
  public init(_ lines: [LineString]) {
    switch lines.count {
    case 0: self = .empty(.lineString)
    case 1: self = .lineString(lines[0])
    default: self = .multiLineString(lines)
    }
  }

  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .point, .lineString, .polygon: false
    case .multiPoint(let parts): parts.isEmpty
    case .multiLineString(let parts): parts.isEmpty
    case .multiPolygon(let parts): parts.isEmpty
    case .collection(let parts): parts.allSatisfy(\.isEmpty)
    }
  }

  /// Every polygon in the shape, in order; lines and points are passed over.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let parts): parts
    case .collection(let parts): parts.flatMap(\.polygons)
    default: []
    }
  }

  /// Every line in the shape, in order; areas and points are passed over.
  public var lineStrings: [LineString] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let parts): parts
    case .collection(let parts): parts.flatMap(\.lineStrings)
    default: []
    }
  }

  /// Every lone point in the shape, in order.
  public var points: [Point] {
    switch self {
    case .point(let point): [point]
    case .multiPoint(let parts): parts
    case .collection(let parts): parts.flatMap(\.points)
    default: []
    }
  }

  public var bounds: Bounds {
    var bounds = Bounds(of: points)
    for line in lineStrings { bounds.include(line.bounds) }
    for polygon in polygons { bounds.include(polygon.bounds) }
    return bounds
  }

  /// The sum of the areas of all polygons, in square metres.
  public var areaInSquareMetres: Double { polygons.reduce(0) { $0 + $1.areaInSquareMetres } }
}
