internal import GEOS
internal import Geometry
public import Settlement

/// Which edges of a partition a road or an existing lane runs along.
public struct RoadContact: Sendable {
  /// How far a parcel may lie off the edge of a road that it is on, in metres: an assumption.
  public static let assumedGap = 1.0
  /// The width of a road whose file gives none, in metres: an assumption.
  public static let assumedWidth = 6.0

  public private(set) var isRoad: [Bool]
  /// Roads were given, so that an outline without one is none.
  public let hasRoads: Bool

  /// - Parameters:
  ///   - canals: what lies on the water gives access only where a walkway is asked for.
  /// - Throws: `GEOSError`.
  public init(
    _ partition: ParcelPartition, in settlement: Settlement, canals: CanalEdges? = nil,
    hasWalkway: Bool = false
  ) throws {
    let roads = settlement.roads.filter(\.givesAccess)
    hasRoads = !roads.isEmpty
    isRoad = partition.edges.enumerated().map { number, edge in
      edge.isOutline && (canals?.isCanal[number] ?? false ? hasWalkway : roads.isEmpty)
    }
    for road in roads {
      try mark(partition, road.area, road.centreline, width: road.widthMetres) { $0.isOutline }
    }
    for lane in settlement.lanes {
      try mark(partition, lane.area, lane.centreline, width: lane.widthMetres) { _ in true }
    }
  }

  private mutating func mark(
    _ partition: ParcelPartition, _ area: [Polygon], _ lines: [LineString], width: Double?,
    where isMeant: (ParcelPartition.Edge) -> Bool
  ) throws {
    let reach = Self.assumedGap + (area.isEmpty ? (width ?? Self.assumedWidth) / 2 : 0)
    let shape = area.isEmpty ? Shape(lines) : Shape(area)
    guard !shape.isEmpty else { return }
    let prepared = try PreparedShape(shape)
    let bounds = shape.bounds.widened(byMetres: reach)
    for (number, edge) in partition.edges.enumerated() where !isRoad[number] && isMeant(edge) {
      let segment = Segment(start: partition.corners[edge.start], end: partition.corners[edge.end])
      guard bounds.meets(Bounds(of: [segment.start, segment.end])) else { continue }
      isRoad[number] = try [segment.start, segment.midpoint, segment.end].allSatisfy {
        try prepared.isWithin(metres: reach, of: .point($0))
      }
    }
  }
}
