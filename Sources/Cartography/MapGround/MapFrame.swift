public import Geometry

/// A window on the ground, drawn at a whole scale and turned, and its place on the paper.
public struct MapFrame: Hashable, Sendable {
  /// The place on the paper.
  public let box: PageBox
  /// What lies in the middle of the box, in metres on the plane.
  public let centre: Point
  /// 250 means 1:250.
  public let scale: Int
  /// The direction on the ground, counter-clockwise from east in radians, that points to the right on the paper.
  public let bearing: Double
  /// Metres on the plane for a metre on the ground.
  public let gridScale: Double
  private let (sine, cosine): (Double, Double)

  public init(box: PageBox, centre: Point, scale: Int, bearing: Double = 0, gridScale: Double = 1) {
    (self.box, self.centre, self.scale) = (box, centre, max(1, scale))
    (self.bearing, self.gridScale) = (bearing, gridScale)
    (sine, cosine) = (Trigonometry.sine(bearing), Trigonometry.cosine(bearing))
  }

  /// Millimetres on the paper for a metre on the plane.
  public var millimetresPerMetre: Double { 1000 / Double(scale) / gridScale }

  public func page(_ point: Point) -> PagePoint {
    let (dx, dy) = (point.x - centre.x, point.y - centre.y)
    let middle = box.centre
    return PagePoint(
      middle.x + (dx * cosine + dy * sine) * millimetresPerMetre,
      middle.y - (dy * cosine - dx * sine) * millimetresPerMetre)
  }

  public func ground(_ place: PagePoint) -> Point {
    let middle = box.centre
    let (right, up) = (
      (place.x - middle.x) / millimetresPerMetre, (middle.y - place.y) / millimetresPerMetre
    )
    return Point(
      x: centre.x + right * cosine - up * sine, y: centre.y + right * sine + up * cosine)
  }

  /// Where north of the plane points on the paper: radians clockwise from straight up.
  public var north: Double { bearing }

  func path(_ polygon: Polygon) -> PagePath {
    PagePath(polygon.rings.map { .init($0.points.dropLast().map(page), isClosed: true) })
  }

  func path(_ line: LineString) -> PagePath { PagePath(line.points.map(page)) }

  /// Whether all of an area lies within the box.
  func shows(_ polygon: Polygon) -> Bool { polygon.shell.points.allSatisfy { box.contains(page($0)) } }

  /// The bounds of the ground that is shown.
  var groundBounds: Bounds { Bounds(of: box.corners.map(ground)) }

  /// The same window at another place on the paper or over other ground.
  func moved(to box: PageBox? = nil, centre: Point? = nil) -> MapFrame {
    MapFrame(
      box: box ?? self.box, centre: centre ?? self.centre, scale: scale, bearing: bearing,
      gridScale: gridScale)
  }
}
