public import Geometry

/// Makes a partition out of parcels as surveyed: overlapping, with gaps, with corners that miss each other.
public struct PartitionCleaning: Sendable {
  public private(set) var partition = ParcelPartition()
  public private(set) var changes: [PartitionChange] = []
  /// The ground that was given away or filled, and the ground that has no parcel any more, as a part of all.
  public private(set) var changedShare = 0.0

  /// Parcels at the end of the partition's that nobody gave: gaps as large as a parcel.
  public private(set) var unclaimed = 0

  /// Corners nearer than this are one, unless the user says otherwise: what the peer of our measurements takes for
  /// hand-digitised parcels.
  public static let usualTolerance = 0.5

  /// - Parameters:
  ///   - tolerance: in metres, above zero.
  ///   - fillsGaps: whether enclosed ground that is as large as a parcel is taken for one that nobody surveyed.
  /// - Throws: ``ReblockingError`` where the parcels cannot be made a partition.
  public init(
    _ parcels: [[Polygon]], toleranceMetres tolerance: Double = usualTolerance, fillsGaps: Bool = true
  ) throws(ReblockingError) {
    let clean = Self.partition(of: parcels, tolerance: 1e-3, gapWidth: tolerance, fillsGaps)
    if let clean, clean.changes.isEmpty, !clean.partition.outlines.contains(where: \.isEmpty) {
      partition = clean.partition
      // Where everything fits and hangs together, corners that lie close are meant so.
      guard partition.pieces > 1 else { return }
    }
    guard let made = Self.partition(of: parcels, tolerance: tolerance, gapWidth: tolerance, fillsGaps) else {
      throw .notPlanar
    }
    if partition.parcelCount > 0, made.partition.pieces == partition.pieces { return }
    (partition, changes, changedShare) = (made.partition, made.changes, made.changedShare)
    unclaimed = made.unclaimed
    for number in parcels.indices where partition.outlines[number].isEmpty {
      let place = parcels[number].first?.shell.points.first ?? Point(x: 0, y: 0)
      changes.append(.init(kind: .lost, place: place, amount: 0, parcels: [number]))
    }
  }

  private static func partition(
    of parcels: [[Polygon]], tolerance: Double, gapWidth: Double, _ fillsGaps: Bool
  ) -> FaceAssignment? {
    var snapping = CornerSnapping(parcels, tolerance: tolerance)
    guard snapping.noded() else { return nil }
    return FaceAssignment(snapping, gapWidth: gapWidth, fillsGaps: fillsGaps)
  }
}

/// Why lanes could not be looked for.
public enum ReblockingError: Error, Hashable, Sendable {
  /// Edges still cross after many rounds of snapping.
  case notPlanar
}

extension ParcelPartition {
  /// How many pieces the parcels make that touch nowhere.
  fileprivate var pieces: Int {
    var parent = Array(corners.indices)
    func root(_ corner: Int) -> Int {
      var corner = corner
      while parent[corner] != corner {
        parent[corner] = parent[parent[corner]]
        corner = parent[corner]
      }
      return corner
    }
    for edge in edges {
      let (a, b) = (root(edge.start), root(edge.end))
      parent[max(a, b)] = min(a, b)
    }
    return Set(edges.map { root($0.start) }).count
  }
}
