import GEOS
public import Geometry

/// A piece of land on which no plot found room.
public struct UnplannedGround: Hashable, Sendable {
  public var squareMetres: Double
  public var place: Point
}

extension Ground {
  /// Pieces smaller than this are not worth a word, in square metres. A choice of ours.
  private static let smallestUnplanned = 1.0

  /// Pieces of land without a plot, the largest first.
  func unplanned(beside plots: [Polygon]) throws -> [UnplannedGround] {
    let index = SpatialIndex(plots.map(\.bounds))
    return try parts.filter { part in
      let area = Shape.polygon(part)
      return try part.areaInSquareMetres >= Self.smallestUnplanned
        && !index.query(part.bounds).contains { try area.intersects(.polygon(plots[$0])) }
    }.compactMap { part in
      try Shape.polygon(part).pointOnSurface().map {
        UnplannedGround(squareMetres: part.areaInSquareMetres, place: $0)
      }
    }.sorted { ($0.squareMetres, $0.place.x) > ($1.squareMetres, $1.place.x) }
  }
}
