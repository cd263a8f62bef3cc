internal import GEOS
internal import Geometry
public import Regulations
public import Settlement

/// Which edges of a partition lie on a canal, and which come nearer to it than its setback.
public struct CanalEdges: Sendable {
  /// For each edge, whether it is the land's edge towards the water.
  public private(set) var isCanal: [Bool]
  /// For each edge, whether a lane along it would not keep the setback.
  public private(set) var isBarred: [Bool]

  /// How far a parcel may lie off the water that it is on, in metres: an assumption.
  public static let assumedGap = 1.0

  /// - Parameter hasWalkway: a way along the bank is asked for; lanes may come to it across the strip, not along.
  /// - Throws: ``PlanningError`` where the setback cannot be told, `GEOSError`.
  public init(
    _ partition: ParcelPartition, in settlement: Settlement, rules: RuleBook, hasWalkway: Bool
  ) throws {
    isCanal = Array(repeating: false, count: partition.edges.count)
    isBarred = isCanal
    for canal in settlement.canals where !canal.isCulvert {
      let waterfront = try Waterfront(
        canal: canal, banks: settlement.banks.filter { $0.canal == nil || $0.canal == canal.name },
        rules: rules)
      let banks = waterfront.banks.map { Shape.lineString($0.line) }
      try mark(partition, PreparedShape(.collection([waterfront.water] + banks)), waterfront, hasWalkway)
    }
  }

  private mutating func mark(
    _ partition: ParcelPartition, _ water: PreparedShape, _ waterfront: Waterfront, _ hasWalkway: Bool
  ) throws {
    let required = waterfront.requiredMetres
    let reach = max(Self.assumedGap, required)
    let bounds = water.shape.bounds.widened(byMetres: reach)
    for (number, edge) in partition.edges.enumerated() {
      let segment = Segment(start: partition.corners[edge.start], end: partition.corners[edge.end])
      guard bounds.meets(Bounds(of: [segment.start, segment.end])) else { continue }
      if edge.isOutline, !isCanal[number] {
        isCanal[number] = try [segment.start, segment.midpoint, segment.end].allSatisfy {
          try water.isWithin(metres: Self.assumedGap, of: .point($0))
        }
      }
      // A millimetre is what files hold.
      guard required > 0.001, !isBarred[number] else { continue }
      let line = Shape.lineString(LineString(trusted: [segment.start, segment.end]))
      isBarred[number] =
        hasWalkway
        ? try [segment.start, segment.end].allSatisfy {
          try water.isWithin(metres: required - 0.001, of: .point($0))
        } : try water.isWithin(metres: required - 0.001, of: line)
    }
  }
}
