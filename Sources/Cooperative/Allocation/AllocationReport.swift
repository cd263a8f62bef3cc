internal import Geometry

/// What an allocation means for people, in figures.
public struct AllocationReport: Sendable {
  /// One household's change.
  public struct Move: Sendable {
    public var household: Int
    public var place: Int?
    public var metres: Double?
    /// Nearest households today and then, nearest first.
    public var neighboursBefore: [Int]
    public var neighboursAfter: [Int]
    /// Needs that its place does not meet, and those of which the plan does not tell.
    public var unmet: [Household.Need] = []
    public var unknown: [Household.Need] = []
  }

  /// A need over all who have it.
  public struct NeedCount: Sendable {
    public var need: Household.Need
    public var met = 0
    public var unmet = 0
    public var unknown = 0

    /// Met, unmet and unknown as everybody may be told them; nil where a count stays unsaid.
    ///
    /// How many have a need is taken as known: another draw over the same people may tell it.
    public var told: [Int?] {
      let counts = [met, unmet, unknown]
      guard !SmallCount.isSmall(counts.reduce(0, +)) else { return [nil, nil, nil] }
      let told = ToldCounts(counts, sums: [ToldCounts.Sum(counts.indices, isKnown: true)])
      return counts.indices.map { told.tells[$0] ? counts[$0] : nil }
    }
  }

  public struct GroupFigures: Sendable {
    public var name: String
    public var households: Int
    public var meanMetres: Double
    public var mostMetres: Double
    /// Of the pairs of neighbours with somebody in the group.
    public var pairsKept: Double?
  }

  public private(set) var moves: [Move] = []
  public private(set) var withoutPlot: [Int] = []
  public private(set) var meanMetres: Double?
  public private(set) var metres90: Double?
  public private(set) var mostMetres: Double?
  /// Pairs of neighbours today that both have a plot.
  public private(set) var pairs = 0
  /// Those whose plots lie within 8 m and within 15 m, centre to centre (facts/layout.md §5.2).
  public private(set) var pairsWithin8 = 0
  public private(set) var pairsWithin15 = 0
  public private(set) var kinPairs = 0
  public private(set) var kinWithin15 = 0
  public private(set) var needs: [NeedCount] = []
  public private(set) var areaGini: Double?
  public private(set) var frontageGini: Double?
  public private(set) var corners = 0
  public private(set) var canalFronts = 0
  /// Households that live at the canal's side today by the same measure are not known; this counts the plots given.
  public private(set) var seated = 0
  /// Pairs of a group of whom one gains and none loses by an exchange, in way and in needs.
  public private(set) var envySwaps: [(Int, Int)] = []
  public private(set) var groups: [GroupFigures] = []

  /// Neighbours who live within this distance have stayed neighbours, in metres.
  public static let keptMetres = 15.0

  public init(_ question: AllocationQuestion, _ allocation: Allocation, needMetres: Double = 30) {
    let households = question.households.indices
    let before = Neighbours.nearest(to: question.homes)
    let seatedOnes = households.filter { allocation.seats[$0] != nil }
    let centres = seatedOnes.compactMap { allocation.seats[$0].map { question.places[$0].centre } }
    let near = Neighbours.nearest(to: centres)
    var after = Array(repeating: [Int](), count: households.count)
    for (place, household) in seatedOnes.enumerated() {
      after[household] = near[place].map { seatedOnes[$0] }
    }
    moves = households.map { household in
      let place = allocation.seats[household]
      var move = Move(
        household: household, place: place, metres: place.map { question.metres(household, $0) },
        neighboursBefore: before[household], neighboursAfter: after[household])
      if let place {
        for need in question.households[household].needs.sorted() {
          switch question.judge.meets(need, at: question.places[place]) {
          case true?: break
          case false?: move.unmet.append(need)
          case nil: move.unknown.append(need)
          }
        }
      }
      return move
    }
    withoutPlot = households.filter { allocation.seats[$0] == nil }
    seated = seatedOnes.count
    noteMoves()
    notePairs(question, allocation, Neighbours.pairs(before))
    noteNeeds(question)
    notePlots(question, allocation)
    noteEnvy(question, allocation, needMetres)
    noteGroups(question, allocation, before)
  }

  private mutating func noteMoves() {
    let metres = moves.compactMap(\.metres).sorted()
    guard !metres.isEmpty else { return }
    meanMetres = metres.reduce(0, +) / Double(metres.count)
    mostMetres = metres.last
    // The nearest rank: nine of ten move no farther.
    metres90 = metres[(metres.count * 9 + 9) / 10 - 1]
  }

  private mutating func notePairs(
    _ question: AllocationQuestion, _ allocation: Allocation, _ all: [(Int, Int)]
  ) {
    func distance(_ a: Int, _ b: Int) -> Double? {
      guard let first = allocation.seats[a], let second = allocation.seats[b] else { return nil }
      return question.places[first].centre.distance(to: question.places[second].centre)
    }
    let distances = all.compactMap { distance($0.0, $0.1) }
    pairs = distances.count
    pairsWithin8 = distances.count { $0 <= 8 }
    pairsWithin15 = distances.count { $0 <= Self.keptMetres }
    var kin: Set<[Int]> = []
    for (household, others) in question.kin.enumerated() {
      for other in others where other != household {
        kin.insert([min(household, other), max(household, other)])
      }
    }
    let kinDistances = kin.compactMap { distance($0[0], $0[1]) }
    kinPairs = kinDistances.count
    kinWithin15 = kinDistances.count { $0 <= Self.keptMetres }
  }

  private mutating func noteNeeds(_ question: AllocationQuestion) {
    for need in Household.Need.allCases {
      var count = NeedCount(need: need)
      for move in moves where move.place != nil && question.households[move.household].needs.contains(need) {
        if move.unmet.contains(need) {
          count.unmet += 1
        } else if move.unknown.contains(need) {
          count.unknown += 1
        } else {
          count.met += 1
        }
      }
      if count.met + count.unmet + count.unknown > 0 { needs.append(count) }
    }
  }

  private mutating func notePlots(_ question: AllocationQuestion, _ allocation: Allocation) {
    let places = allocation.seats.compactMap { $0.map { question.places[$0] } }
    areaGini = Self.gini(places.map(\.squareMetres))
    let frontages = places.compactMap(\.frontageMetres)
    frontageGini = frontages.count == places.count ? Self.gini(frontages) : nil
    corners = places.count(where: \.isCorner)
    canalFronts = places.count(where: \.frontsCanal)
  }

  /// 0 where all have the same, near 1 where one has all; nil where there is nothing.
  static func gini(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    let sum = sorted.reduce(0, +)
    guard sum > 0 else { return nil }
    let count = Double(sorted.count)
    let weighted = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
    return max(0, 2 * weighted / (count * sum) - (count + 1) / count)
  }

  private mutating func noteEnvy(
    _ question: AllocationQuestion, _ allocation: Allocation, _ needMetres: Double
  ) {
    let circles = allocation.groups.isEmpty ? [moves.map(\.household)] : allocation.groups.map(\.households)
    // How bad a seat is for a household; nil where it may not have it.
    func burden(_ household: Int, _ place: Int) -> Double? {
      guard !question.forbidden[household].contains(place), question.fixed[household] == nil else {
        return nil
      }
      return question.metres(household, place) + needMetres * Double(question.unmet(household, place))
    }
    for circle in circles {
      let ones = circle.compactMap { household in
        allocation.seats[household].flatMap { seat in burden(household, seat).map { (household, seat, $0) } }
      }
      for (index, first) in ones.enumerated() {
        for second in ones[(index + 1)...] {
          guard let a = burden(first.0, second.1), a <= first.2, let b = burden(second.0, first.1),
            b <= second.2,
            a < first.2 - Self.notice || b < second.2 - Self.notice
          else { continue }
          envySwaps.append((first.0, second.0))
        }
      }
    }
  }

  /// A gain of less than half a metre is none.
  private static let notice = 0.5

  private mutating func noteGroups(
    _ question: AllocationQuestion, _ allocation: Allocation, _ before: [[Int]]
  ) {
    groups = Self.groups(question, allocation).compactMap { group in
      let metres = group.households.compactMap { moves[$0].metres }
      guard !metres.isEmpty else { return nil }
      var (kept, all) = (0, 0)
      for household in group.households {
        guard let seat = allocation.seats[household] else { continue }
        for other in before[household] {
          guard let otherSeat = allocation.seats[other] else { continue }
          all += 1
          let distance = question.places[seat].centre.distance(to: question.places[otherSeat].centre)
          if distance <= Self.keptMetres { kept += 1 }
        }
      }
      return GroupFigures(
        name: group.name, households: group.households.count,
        meanMetres: metres.reduce(0, +) / Double(metres.count), mostMetres: metres.max() ?? 0,
        pairsKept: all > 0 ? Double(kept) / Double(all) : nil)
    }
  }

  /// Those that drew among themselves; without a draw those that people declared.
  private static func groups(_ question: AllocationQuestion, _ allocation: Allocation) -> [(
    name: String, households: [Int]
  )] {
    guard allocation.groups.isEmpty else { return allocation.groups.map { ($0.name, $0.households) } }
    return Dictionary(grouping: question.households.indices) { question.households[$0].group ?? "" }
      .filter { !$0.key.isEmpty }.map { ($0.key, $0.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The group whose households move farthest on average.
  public var worstGroup: GroupFigures? { groups.max { ($0.meanMetres, $1.name) < ($1.meanMetres, $0.name) } }
}
