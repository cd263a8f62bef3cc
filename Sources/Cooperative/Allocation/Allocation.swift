/// Who lives where, and how that came about.
public struct Allocation: Sendable {
  /// For each household its place; nil for those without a plot.
  public var seats: [Int?]
  /// Groups in the order of their plots; empty where the method knows none.
  public var groups: [AllocationGroup] = []
  /// Households that took part in the draw for who gets no plot, and how many plots there were; nil without one.
  public var leftOutDraw: (households: [Int], plots: Int)?
  /// The least distance within which everybody can be seated; nil where nobody asked, and for more than 1,000 households.
  public var leastMostMetres: Double?
}

/// Households that get a run of plots, and draw among themselves.
public struct AllocationGroup: Hashable, Sendable {
  public var name: String
  /// Whether people declared it; else it was made by place.
  public var isDeclared: Bool
  public var households: [Int]
  /// Places, in the order of their numbers.
  public var places: [Int]
}

extension Allocation {
  /// Seats households by a request.
  ///
  /// Fixed plots are kept first. Where the others are more than the plots that are left, lots are drawn for who gets
  /// none: one lot for each household, whoever it is. Then the method seats the rest.
  public init(_ question: AllocationQuestion, _ request: AllocationRequest, draw: Draw) {
    let count = question.households.count
    seats = Array(repeating: nil, count: count)
    var taken: Set<Int> = []
    for (household, place) in question.fixed.enumerated() {
      if let place, taken.insert(place).inserted { seats[household] = place }
    }
    if request.method == .hand {
      for (household, place) in request.agreed where seats[household] == nil && taken.insert(place).inserted {
        seats[household] = place
      }
      guard request.completes else { return }
    }
    var open = (0..<count).filter { seats[$0] == nil }
    let free = question.places.indices.filter { !taken.contains($0) }
    if open.count > free.count {
      leftOutDraw = (open, free.count)
      open = Self.drawn(open, free.count, question, draw)
    }
    guard !open.isEmpty else { return }
    switch request.method {
    case .ballot:
      let group = AllocationGroup(name: "all", isDeclared: true, households: open, places: free)
      seat([group], question, draw)
    case .groupBallot:
      let base = NearbySeating(question, request, households: open, places: free).base()
      seat(GroupRuns(question, request, households: open, seats: base).groups(), question, draw)
    case .nearby, .hand:
      let seating = NearbySeating(question, request, households: open, places: free)
      for (household, place) in zip(open, seating.seats()) { seats[household] = place }
      if request.mostMetres != nil, open.count <= Self.mostForBottleneck {
        leastMostMetres = seating.leastMostMetres()
      }
    }
  }

  /// For more households the least distance takes too long to be found. A choice of ours.
  private static let mostForBottleneck = 1000

  /// Those whose lot gives them a plot, in the order of the roster.
  private static func drawn(_ open: [Int], _ plots: Int, _ question: AllocationQuestion, _ draw: Draw)
    -> [Int]
  {
    let ids = open.map { question.households[$0].id }
    let winners = Set(draw.order(ids, salt: Draw.leftOutSalt).prefix(plots))
    return open.filter { winners.contains(question.households[$0].id) }
  }

  private mutating func seat(_ groups: [AllocationGroup], _ question: AllocationQuestion, _ draw: Draw) {
    self.groups = groups
    for group in groups {
      let households = Dictionary(
        group.households.map { (question.households[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
      let places = Dictionary(
        group.places.map { (question.places[$0].label, $0) }, uniquingKeysWith: { first, _ in first })
      var forbidden: [String: [String]] = [:]
      for (id, household) in households {
        forbidden[id] = question.forbidden[household].map { question.places[$0].label }
      }
      let given = draw.seat(
        group.households.map { question.households[$0].id },
        on: group.places.map { question.places[$0].label },
        forbidding: forbidden)
      for pair in given {
        if let household = households[pair.household] { seats[household] = places[pair.plot] }
      }
    }
  }
}
