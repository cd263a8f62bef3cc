/// The sheets that can be asked for, in the order of a whole set.
enum SheetKind: String, CaseIterable {
  case overview, table, wall, household, members, budget, ballot, signoff, objection, change, setbacks
  /// Of many projects, not of a plan.
  case programme, landowner

  /// Whether it is of many projects.
  var isOfProgramme: Bool { self == .programme || self == .landowner }

  /// Those that a plan can have.
  static let ofPlan = allCases.filter { !$0.isOfProgramme }
}
