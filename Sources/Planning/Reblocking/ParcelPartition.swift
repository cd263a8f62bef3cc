public import Geometry

/// Parcels without overlap: corners, and between them edges with one parcel or two beside.
public struct ParcelPartition: Hashable, Sendable {
  /// A piece of boundary between two corners.
  public struct Edge: Hashable, Sendable {
    public var start: Int
    public var end: Int
    /// The parcel at the left hand from start to end; nil where there is none.
    public var left: Int?
    public var right: Int?
    /// Open ground lies at one side: the outline of a block.
    public var isOutline: Bool

    /// The parcels beside it.
    public var parcels: [Int] { [left, right].compactMap { $0 } }
  }

  public var corners: [Point] = []
  /// No edge lies inside a parcel.
  public var edges: [Edge] = []
  /// For each parcel, its outlines as corners: empty where nothing of it is left.
  public var outlines: [[[Int]]] = []

  public init() {}

  public var parcelCount: Int { outlines.count }

  public func length(ofEdge edge: Int) -> Double {
    corners[edges[edge].start].distance(to: corners[edges[edge].end])
  }

  /// The corners of each parcel, every one once, in ascending order.
  var cornersOfParcel: [[Int]] {
    var found = [Set<Int>](repeating: [], count: parcelCount)
    for edge in edges {
      for parcel in edge.parcels {
        found[parcel].insert(edge.start)
        found[parcel].insert(edge.end)
      }
    }
    return found.map { $0.sorted() }
  }
}

/// What was done to make a partition out of parcels as surveyed.
public struct PartitionChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A corner was moved onto another.
    case movedCorner = "moved_corner"
    /// A corner was put into an edge that it stood beside.
    case addedCorner = "added_corner"
    /// Two edges crossed and got a corner there.
    case crossing
    /// Ground that two parcels claim was given to one.
    case overlap
    /// A gap was given to the parcel beside.
    case filledGap = "filled_gap"
    /// A gap that stays.
    case gap
    /// A gap as large as a parcel, taken for one that nobody surveyed.
    case unclaimed
    /// A parcel without ground of its own.
    case lost
  }

  public var kind: Kind
  public var place: Point
  /// How far a corner went, in metres, or how much ground, in square metres.
  public var amount: Double
  /// The parcels that gave or got.
  public var parcels: [Int]
}
