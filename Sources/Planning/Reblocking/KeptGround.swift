internal import GEOS
public import Geometry
public import Settlement

/// What stays, and so bars lanes: things to keep, with the room that they need, and locked houses.
public struct KeptGround: Sendable {
  private let shapes: [(shape: Shape, metres: Double)]

  public init(_ settlement: Settlement) {
    shapes =
      settlement.keeps.map { ($0.shape, $0.clearanceMetres) }
      + settlement.houses.filter { $0.isLocked && !$0.footprint.isEmpty }.map { (Shape($0.footprint), 0) }
  }

  /// The ground of what stays, with its room.
  ///
  /// - Throws: `GEOSError`.
  public func grounds() throws -> [Shape] {
    try shapes.map { shape, metres in metres > 0 ? try shape.buffered(byMetres: metres) : shape }
  }

  /// For each edge one, or infinity where it would run through what stays.
  ///
  /// - Throws: `GEOSError`.
  public func weights(_ partition: ParcelPartition) throws -> [Double] {
    var weights = [Double](repeating: 1, count: partition.edges.count)
    let index = SpatialIndex(
      partition.edges.map { Bounds(of: [partition.corners[$0.start], partition.corners[$0.end]]) })
    for (shape, metres) in shapes where !shape.isEmpty {
      let prepared = try PreparedShape(shape)
      for number in index.query(shape.bounds.widened(byMetres: metres)) {
        let edge = partition.edges[number]
        let line = Shape.lineString(
          LineString(trusted: [partition.corners[edge.start], partition.corners[edge.end]]))
        let isBarred =
          metres > 0 ? try prepared.isWithin(metres: metres, of: line) : try prepared.intersects(line)
        if isBarred { weights[number] = .infinity }
      }
    }
    return weights
  }
}
