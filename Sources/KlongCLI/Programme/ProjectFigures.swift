internal import Cooperative
internal import JSON
internal import Settlement

/// What is told of one project.
struct ProjectFigures {
  /// The sums of a change that was asked about: `--bank`, `--subsidy`.
  struct Change {
    /// Plots that stand too near or over the water by the later line; nil where the line does not concern the project.
    var plotsTaken: Int?
    var grants: Money?
  }

  var entry: ProgrammeEntry
  /// Its place among all projects.
  var number = 0
  var status: ProgrammeEntry.Status = .surveyed
  var families: Int?
  /// Nil where there is no plan.
  var plots: Int?
  var siteSquareMetres: Double?
  /// Findings that break a binding rule.
  var breaches: Int?
  /// What the subsidies of the cost book come to, with the management share.
  var grants: Money?
  /// What the prices of the cost book come to; nil where the book has none.
  var cost: Money?
  var loans: Money?
  var change = Change()
  var inputs: [FileIdentity?] = []
  /// SHA-256 of the plan or survey; nil where it was not read.
  var digest: String?
  /// SHA-256 of the files that a plan says it was made from.
  var sources: [String] = []
  /// What the file states of itself, its member `project`.
  var stated: JSONObject?
  var problems: [Refusal] = []
  /// A file of a folder that holds no plan and no survey, such as a bank line alone: no project.
  var isPassedOver = false

  /// What stands in place of what nobody stated.
  static let notStated = "not stated"
  /// What stands in place of a status where the files could not be read.
  static let unread = "unread"

  init(_ entry: ProgrammeEntry) {
    self.entry = entry
    problems = entry.faults
    status = entry.status ?? .surveyed
    families = entry.families
  }

  /// Families for whom the plan has no plot.
  var gap: Int? { plots.flatMap { plots in families.map { max(0, $0 - plots) } } }

  subscript(key: ProgrammeEntry.Key) -> String {
    key == .status ? (problems.isEmpty ? status.rawValue : Self.unread) : entry.words[key] ?? Self.notStated
  }
}
