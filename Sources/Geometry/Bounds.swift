/// An upright rectangle on the plane, in metres; empty until something is put in.
public struct Bounds: Hashable, Sendable {
  /// The largest coordinate that any shape may carry, in metres.
  public static let limit = 1e8

  public private(set) var minimum: Point
  public private(set) var maximum: Point

  /// Holds nothing and meets nothing.
  public init() {
    minimum = Point(x: .infinity, y: .infinity)
    maximum = Point(x: -.infinity, y: -.infinity)
  }

  public init(of points: some Sequence<Point>) {
    self.init()
    for point in points { include(point) }
  }

  /// The rectangle between two corners.
  public init(from a: Point, to b: Point) {
    minimum = Point(x: min(a.x, b.x), y: min(a.y, b.y))
    maximum = Point(x: max(a.x, b.x), y: max(a.y, b.y))
  }

  public var isEmpty: Bool { minimum.x > maximum.x || minimum.y > maximum.y }
  public var width: Double { isEmpty ? 0 : maximum.x - minimum.x }
  public var height: Double { isEmpty ? 0 : maximum.y - minimum.y }

  /// The middle, or nil when empty.
  public var centre: Point? {
    isEmpty ? nil : Point(x: (minimum.x + maximum.x) / 2, y: (minimum.y + maximum.y) / 2)
  }

  public mutating func include(_ point: Point) {
    minimum = Point(x: min(minimum.x, point.x), y: min(minimum.y, point.y))
    maximum = Point(x: max(maximum.x, point.x), y: max(maximum.y, point.y))
  }

  public mutating func include(_ other: Bounds) {
    guard !other.isEmpty else { return }
    include(other.minimum)
    include(other.maximum)
  }

  /// The rectangle with `metres` added on every side.
  public func widened(byMetres metres: Double) -> Bounds {
    guard !isEmpty else { return self }
    var wider = Bounds()
    wider.minimum = Point(x: minimum.x - metres, y: minimum.y - metres)
    wider.maximum = Point(x: maximum.x + metres, y: maximum.y + metres)
    return wider
  }

  /// Whether the rectangles share at least a point.
  public func meets(_ other: Bounds) -> Bool {
    !isEmpty && !other.isEmpty
      && minimum.x <= other.maximum.x && other.minimum.x <= maximum.x
      && minimum.y <= other.maximum.y && other.minimum.y <= maximum.y
  }

  public func contains(_ point: Point) -> Bool {
    point.x >= minimum.x && point.x <= maximum.x && point.y >= minimum.y && point.y <= maximum.y
  }
}
