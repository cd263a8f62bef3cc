/// What lanes are to be found.
public struct ReblockingRequest: Sendable {
  /// For each edge of the partition, whether a road that gives access runs along it.
  public var isRoad: [Bool]
  /// For each edge, what opening a metre of it counts for: one where nothing speaks for or against it, infinite where
  /// it cannot be opened.
  public var weights: [Double]
  /// For each parcel, the corners at which a lane serves it.
  public var contacts: [[Int]]
  /// For each parcel, the metres of road that serve it; zero where a corner is enough.
  public var frontageMetres: [Double]
  public var seed: UInt64
  /// Asked every now and then; the best so far and its bound come back.
  public var isCancelled: @Sendable () -> Bool
  /// Called when one part is done, from any thread.
  public var report: @Sendable (_ done: Int, _ of: Int) -> Void

  /// - Parameter contacts: what serves whom, on its own partition.
  public init(
    _ contacts: AccessContacts, seed: UInt64 = 1, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let partition = contacts.partition
    self.contacts = contacts.corners
    frontageMetres = contacts.frontageMetres
    isRoad = partition.edges.map(\.isOutline)
    weights = Array(repeating: 1, count: partition.edges.count)
    self.seed = seed
    self.isCancelled = isCancelled
    report = { _, _ in }
  }

  /// A parcel is served when one of its corners lies on a road or lane.
  public init(
    _ partition: ParcelPartition, seed: UInt64 = 1, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(AccessContacts(partition, rule: .touch), seed: seed, isCancelled: isCancelled)
  }
}

/// The lanes that were found and how good they are.
public struct ReblockingOutcome: Sendable {
  /// The edges of the partition that become lanes, in ascending order.
  public var opened: [Int] = []
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
