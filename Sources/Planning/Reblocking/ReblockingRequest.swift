/// When a parcel counts as served.
public enum AccessRule: Hashable, Sendable {
  /// One of its corners lies on a road or lane.
  case touch
  /// A road or lane runs along its boundary with one neighbour for so many metres, or along the whole of it where
  /// that is shorter on every side.
  case frontage(metres: Double)
}

/// What lanes are to be found.
public struct ReblockingRequest: Sendable {
  public var rule: AccessRule
  /// For each edge of the partition, whether a road that gives access runs along it.
  public var isRoad: [Bool]
  /// For each edge, what opening a metre of it counts for: one where nothing speaks for or against it, infinite where
  /// it cannot be opened.
  public var weights: [Double]
  public var seed: UInt64
  /// How many times the search frees a neighbourhood, for each parcel that waits.
  public var searchSteps: Int
  /// Asked every now and then; the best so far and its bound come back.
  public var isCancelled: @Sendable () -> Bool
  /// Called when one part is done, from any thread.
  public var report: @Sendable (_ done: Int, _ of: Int) -> Void

  public init(
    _ partition: ParcelPartition, rule: AccessRule = .touch, seed: UInt64 = 1,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.rule = rule
    isRoad = partition.edges.map(\.isOutline)
    weights = Array(repeating: 1, count: partition.edges.count)
    self.seed = seed
    searchSteps = 4
    self.isCancelled = isCancelled
    report = { _, _ in }
  }
}

/// The lanes that were found and how good they are.
public struct ReblockingOutcome: Sendable {
  /// A lane along an edge of the partition, from where it is opened.
  public struct Opened: Hashable, Sendable {
    public var edge: Int
    /// The part of the edge, from its start: 0...1 where the whole of it is opened.
    public var from: Double
    public var to: Double
  }

  public var opened: [Opened] = []
  /// Parcels that no road reaches today, in ascending order.
  public var isolatedBefore: [Int] = []
  /// Parcels that no lane can reach.
  public var unreachable: [Int] = []
  /// The sum of weight times metres; metres where nothing is weighted.
  public var cost = 0.0
  /// No lanes cost less.
  public var bound = 0.0
  /// Independent pieces of the question, and how many of them are proven to be answered with the least.
  public var parts = 0
  public var provenParts = 0
  /// The deadline passed.
  public var isPartial = false

  public var isOptimal: Bool { provenParts == parts }
  /// How much of the cost may be too much, as a part of it.
  public var gap: Double { cost > 0 ? max(0, cost - bound) / cost : 0 }
}
