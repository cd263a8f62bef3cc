internal import GEOS
internal import Geometry

/// The ground that two areas share.
struct Overlap: Hashable {
  var squareMetres: Double
  /// How deep the one reaches into the other.
  ///
  /// Twice the area over the outline, or the deepest corner where that is more: a bump on a long thin strip is deep.
  var depthMetres: Double
  var place: Point

  init?(_ pieces: [[Point]], of areas: [MeasuredArea]) {
    let rings = pieces.filter { $0.count >= 3 }.map(\.areaAndCentre)
    squareMetres = rings.reduce(0) { $0 + abs($1.area) }
    guard squareMetres > 0, let largest = rings.max(by: { abs($0.area) < abs($1.area) }) else { return nil }
    let outline = pieces.reduce(0) { $0 + $1.closedLength }
    let deepest = pieces.joined().reduce(0) { deepest, corner in
      areas.reduce(deepest) { max($0, $1.distanceToEdge(from: corner)) }
    }
    depthMetres = max(deepest, outline > 0 ? 2 * squareMetres / outline : 0)
    place = largest.centre
  }
}

extension MeasuredArea {
  /// What the areas share; nil when that is nothing, or not more than `limit` square metres.
  ///
  /// - Throws: `GEOSError` only when a deadline passes.
  func overlap(_ other: MeasuredArea, above limit: Double) throws(GEOSError) -> Overlap? {
    guard bounds.meets(other.bounds) else { return nil }
    if let window = convexCorners, let corners = other.convexCorners {
      let shared = corners.clipped(to: window)
      guard abs(shared.areaAndCentre.area) > limit else { return nil }
      return Overlap([shared], of: [self, other])
    }
    if let window = convexCorners ?? other.convexCorners {
      // Quick and exact in area; only what does overlap is worth the slower way.
      let shared = (convexCorners == nil ? self : other).sharedArea(with: window)
      guard shared > limit else { return nil }
    }
    let mine = Shape(polygons)
    let theirs = Shape(other.polygons)
    let shared = try orUnmeasurable { () throws(GEOSError) in try mine.intersection(theirs) }
    let overlap = Overlap((shared?.polygons ?? []).map { $0.shell.points.dropLast() }, of: [self, other])
    return overlap.flatMap { $0.squareMetres > limit ? $0 : nil }
  }

  fileprivate func distanceToEdge(from point: Point) -> Double {
    polygons.reduce(.infinity) { nearest, polygon in
      polygon.rings.reduce(nearest) { nearest, ring in
        zip(ring.points, ring.points.dropFirst()).reduce(nearest) {
          min($0, Segment(start: $1.0, end: $1.1).distance(to: point))
        }
      }
    }
  }

  /// The area inside a convex window; pieces joined along the window's edge add nothing.
  private func sharedArea(with window: [Point]) -> Double {
    polygons.reduce(0) { sum, polygon in
      let shell = abs(Array(polygon.shell.points.dropLast()).clipped(to: window).areaAndCentre.area)
      let holes = polygon.holes.map {
        abs(Array($0.points.dropLast()).clipped(to: window).areaAndCentre.area)
      }
      return sum + shell - holes.reduce(0, +)
    }
  }
}
