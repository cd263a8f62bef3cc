internal import GEOS
public import Geometry

/// What speaks for or against opening edges, as lines and areas on the ground.
public struct EdgeWeights: Sendable {
  /// One line or area with what it does to edges along or in it.
  public struct Rule: Sendable {
    public var shape: Shape
    /// A metre counts for so many.
    public var factor: Double
    /// Metres that each metre counts for on top, such as a wall to move.
    public var addedPerMetre: Double
    /// Who holds the land under the area gives none, and a lane between two such parcels is barred; so is one along a
    /// line.
    public var isRefused: Bool

    public init(shape: Shape, factor: Double = 1, addedPerMetre: Double = 0, isRefused: Bool = false) {
      self.shape = shape
      self.factor = factor
      self.addedPerMetre = addedPerMetre
      self.isRefused = isRefused
    }
  }

  /// For each edge.
  public private(set) var weights: [Double]
  /// Parcels that give no land.
  public private(set) var refusing: Set<Int> = []
  /// How near an edge is to a line that runs along it, in metres: an assumption.
  public static let assumedReach = 0.5

  /// - Throws: `GEOSError`.
  public init(_ partition: ParcelPartition, _ rules: [Rule]) throws {
    weights = Array(repeating: 1, count: partition.edges.count)
    let segments = partition.edges.map {
      Segment(start: partition.corners[$0.start], end: partition.corners[$0.end])
    }
    let index = SpatialIndex(segments.map { Bounds(of: [$0.start, $0.end]) })
    var added = weights.map { _ in 0.0 }
    for rule in rules where !rule.shape.isEmpty {
      if rule.isRefused, !rule.shape.polygons.isEmpty {
        refusing.formUnion(try Self.parcels(partition, in: rule.shape))
        continue
      }
      let reach = try rule.shape.buffered(byMetres: Self.assumedReach)
      for number in index.query(reach.bounds)
      where segments[number].length > 0 && weights[number].isFinite {
        let line = Shape.lineString(LineString(trusted: [segments[number].start, segments[number].end]))
        let share = try line.intersection(reach).lengthInMetres() / segments[number].length
        // A line across an edge is met over the width of the reach; that is no way along it.
        guard share * segments[number].length > 2.5 * Self.assumedReach || share > 0.5 else { continue }
        if rule.isRefused {
          weights[number] = .infinity
          continue
        }
        weights[number] *= 1 + share * (rule.factor - 1)
        added[number] += share * rule.addedPerMetre
      }
    }
    for number in weights.indices {
      weights[number] += added[number]
      let parcels = partition.edges[number].parcels
      if !parcels.isEmpty, parcels.allSatisfy(refusing.contains) { weights[number] = .infinity }
    }
  }

  /// Parcels of which more than half lies in an area.
  private static func parcels(_ partition: ParcelPartition, in area: Shape) throws -> [Int] {
    let bounds = area.bounds
    return try (0..<partition.parcelCount).filter { parcel in
      let ground = Shape(try partition.ground(ofParcel: parcel))
      guard !ground.isEmpty, ground.bounds.meets(bounds) else { return false }
      let shared = try ground.intersection(area).polygons.reduce(0) { $0 + $1.areaInSquareMetres }
      return shared > ground.areaInSquareMetres / 2
    }
  }
}

/// Metres that a house counts for where the fewest houses are wanted: more than any way round.
public enum HousesOnEdges {
  public static let metresPerHouse = 1000.0

  /// For each edge, how many houses a lane of a width along it cuts, on the better side.
  ///
  /// - Throws: `GEOSError`.
  public static func counts(_ partition: ParcelPartition, _ houses: [[Polygon]], widthMetres: Double) throws
    -> [Int]
  {
    let index = SpatialIndex(houses.map { Shape($0).bounds })
    return try partition.edges.indices.map { number in
      let edge = partition.edges[number]
      let ends = [partition.corners[edge.start], partition.corners[edge.end]]
      guard ends[0] != ends[1] else { return 0 }
      return try [0, 0.5, -0.5].map { side in
        let path = LanePath(boundary: ends, offsets: [side * widthMetres], widthMetres: widthMetres)
        let ground = try path.ground()
        return try index.query(ground.bounds).count { house in
          try Shape(houses[house]).intersection(ground).polygons
            .contains { $0.areaInSquareMetres > 0.01 }
        }
      }.min() ?? 0
    }
  }
}
