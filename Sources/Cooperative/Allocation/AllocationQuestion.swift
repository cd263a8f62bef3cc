public import Geometry

/// Who shall be seated where, with what each may have.
public struct AllocationQuestion: Sendable {
  /// Households that need a plot.
  public var households: [Household]
  /// Where each lives today.
  public var homes: [Point]
  /// In the order of their numbers.
  public var places: [PlotPlace]
  /// For each household the place that it has already.
  public private(set) var fixed: [Int?]
  /// For each household the places that it must not get.
  public private(set) var forbidden: [Set<Int>]
  /// For each household those it shall live beside.
  public private(set) var kin: [[Int]]
  public let judge: NeedJudge

  public init(households: [Household], homes: [Point], places: [PlotPlace]) {
    (self.households, self.homes, self.places) = (households, homes, places)
    let placeOf = places.placesByName
    var householdOf: [String: Int] = [:]
    for (index, household) in households.enumerated() { householdOf[household.id] = index }
    fixed = households.map { $0.fixedPlot.flatMap { placeOf[$0.typed] } }
    forbidden = households.map { Set($0.forbiddenPlots.compactMap { placeOf[$0.typed] }) }
    kin = households.map { $0.kin.compactMap { householdOf[$0] } }
    judge = NeedJudge(places)
  }

  func metres(_ household: Int, _ place: Int) -> Double {
    homes[household].distance(to: places[place].centre)
  }

  /// How many of its needs a place does not meet.
  func unmet(_ household: Int, _ place: Int) -> Int {
    households[household].needs.count { judge.meets($0, at: places[place]) == false }
  }
}

/// How households are seated.
public struct AllocationRequest: Sendable {
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case nearby, ballot
    case groupBallot = "group-ballot"
    case hand
  }

  public var method: Method
  /// An unmet need counts as a walk of so many metres. A choice of ours.
  public var needMetres = 30.0
  /// Whether a need is met wherever that is possible, whatever the way.
  public var needsAreHard = false
  /// Nobody moves farther, where that is possible.
  public var mostMetres: Double?
  /// The most households of a group that is made by place (facts/layout.md §5.1: at most 12).
  public var groupSize = 12
  /// Seats that people agreed on, as places of the question.
  public var agreed: [(household: Int, place: Int)] = []
  /// Whether those that nobody spoke of are seated too.
  public var completes = false

  public init(method: Method) { self.method = method }
}
