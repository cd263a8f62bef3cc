import GEOS
import Geometry

/// The edge of the land that looks to the water, where the land begins some way behind the legal line.
///
/// People draw a site up to the fence, not to the bank; the walkway must have its full width on the site all the same.
struct WaterFacingEdge {
  let land: Shape
  let legalLine: Shape

  /// The pieces of the land's outline from which the shortest way to the legal line crosses no land.
  func lines() throws -> [LineString] {
    guard !land.isEmpty, !legalLine.isEmpty else { return [] }
    let inside = try land.buffered(byMetres: -Self.hair)
    guard !inside.isEmpty else { return [] }
    let prepared = try PreparedShape(inside)
    return try land.polygons.flatMap(\.rings).flatMap(\.segments).filter {
      try faces($0, inside: prepared)
    }.compactMap { try? LineString([$0.start, $0.end]) }
  }

  /// The outline itself and what lies this near behind it count as no land, in metres.
  private static let hair = 0.01
  /// Nearer than this the edge lies on the legal line, whose own strip holds the walkway, in metres.
  private static let onLine = 0.001

  private func faces(_ segment: Segment, inside: PreparedShape) throws -> Bool {
    let (from, to) = try Shape.point(segment.midpoint).nearestPoints(to: legalLine)
    let way = to - from
    guard from.distance(to: to) > Self.onLine, let out = way.unit, let along = segment.step.unit,
      // An edge that runs towards the water is a side of the land.
      abs(out.dot(along)) < 0.7, let path = try? LineString([from, to])
    else { return false }
    return try !inside.intersects(.lineString(path))
  }
}
