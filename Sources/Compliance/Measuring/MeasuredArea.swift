internal import GEOS
internal import Geometry

/// An area made ready for overlays: repaired if need be, and known to be convex where it is.
struct MeasuredArea {
  let polygons: [Polygon]
  let bounds: Bounds
  /// The corners counter-clockwise, when the area is one convex polygon.
  let convexCorners: [Point]?
  /// Why the drawing is no area, and where; nil when it is sound.
  let fault: Fault?

  struct Fault: Hashable {
    var reason: String
    var place: Point?
  }

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ drawn: [Polygon]) throws(GEOSError) {
    if drawn.count == 1, let corners = drawn[0].convexCorners {
      self.init(polygons: drawn, convexCorners: corners, fault: nil)
      return
    }
    let shape = Shape(drawn)
    let validity = try orUnmeasurable { () throws(GEOSError) in try shape.validity() }
    if validity?.isValid == true {
      self.init(polygons: drawn, convexCorners: nil, fault: nil)
      return
    }
    let repaired = try orUnmeasurable { () throws(GEOSError) in try shape.madeValid() }
    self.init(
      polygons: repaired?.polygons ?? [], convexCorners: nil,
      fault: Fault(reason: validity?.reason ?? "cannot be measured", place: validity?.place))
  }

  private init(polygons: [Polygon], convexCorners: [Point]?, fault: Fault?) {
    self.polygons = polygons
    self.convexCorners = convexCorners
    self.fault = fault
    bounds = polygons.reduce(into: Bounds()) { $0.include($1.bounds) }
  }

  var areaInSquareMetres: Double { polygons.reduce(0) { $0 + $1.areaInSquareMetres } }
}

extension Polygon {
  /// The corners counter-clockwise if the polygon is convex, without holes and with an area.
  var convexCorners: [Point]? {
    guard holes.isEmpty, shell.points.count <= 64 else { return nil }
    let corners = Array(shell.counterClockwise.points.dropLast())
    guard shell.signedAreaInSquareMetres != 0 else { return nil }
    var turnsInX = 0
    var last = 0.0
    for index in corners.indices {
      let a = corners[index]
      let b = corners[(index + 1) % corners.count]
      let c = corners[(index + 2) % corners.count]
      guard (b - a).cross(c - b) >= 0, a != b else { return nil }
      let dx = b.x - a.x
      if dx * last < 0 { turnsInX += 1 }
      if dx != 0 { last = dx }
    }
    // A convex outline goes east once and west once; a star goes round more often.
    return turnsInX <= 2 ? corners : nil
  }
}
