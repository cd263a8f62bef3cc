internal import Cooperative

/// Of which projects, and of which groups of them, everybody may be told figures.
///
/// Families are the counts, and every group of every table is a sum of them, in the report over all and in those over
/// one landowner's or one network's projects: whoever lays these reports side by side finds no project of fewer than
/// five families.
struct ToldProjects {
  private let counts: ToldCounts

  /// - Parameters:
  ///   - all: numbered by their place.
  ///   - asked: places of those that this report is over.
  init(_ all: [ProjectFigures], asked: [Int]) {
    var sums: [ToldCounts.Sum] = []
    for scope in Self.scopes(all) + [asked] {
      let groups = ProgrammeEntry.Key.allCases.flatMap { key in
        Dictionary(grouping: scope) { all[$0][key] }.values.map(\.self)
      }
      for group in groups + [scope] {
        sums.append(ToldCounts.Sum(group))
        // A bar tells those without a plan apart.
        sums.append(ToldCounts.Sum(group.filter { all[$0].plots == nil }))
      }
    }
    sums.sort { $0.members.lexicographicallyPrecedes($1.members) }
    counts = ToldCounts(all.map { $0.families ?? 0 }, sums: sums)
  }

  private static func scopes(_ all: [ProjectFigures]) -> [[Int]] {
    func split(_ key: (ProjectFigures) -> String) -> [[Int]] {
      Dictionary(grouping: all.indices) { key(all[$0]) }.values.map(\.self)
    }
    return [Array(all.indices)] + split { $0[.landowner] } + split { $0[.network] }
      + split { "\($0[.landowner])\u{0}\($0[.network])" }
  }

  func tells(_ project: ProjectFigures) -> Bool { counts.tells[project.number] }

  func tells(_ group: [ProjectFigures]) -> Bool { counts.tells(sumOf: group.map(\.number)) }

  /// Whether it may be told how many families of a group have no plan yet.
  func tellsUnplanned(_ group: [ProjectFigures]) -> Bool { tells(group.filter { $0.plots == nil }) }
}
