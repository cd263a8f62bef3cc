/// The sheets that can be asked for, in the order of a whole set.
enum SheetKind: String, CaseIterable {
  case overview, table, wall, household, members, budget, ballot, signoff, objection, change, setbacks
}
