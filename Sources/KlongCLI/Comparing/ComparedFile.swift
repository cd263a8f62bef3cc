internal import Compliance
internal import GeoJSON
internal import JSON
internal import Planning
internal import Regulations
internal import Settlement

/// One of the files that are compared: a plan, checked and measured, or the result of a check.
struct ComparedFile {
  let path: String
  let identity: FileIdentity?
  /// Nil for the result of a check, which holds no plots.
  let layout: Layout?
  /// What its check found, but recommendations; as in the JSON of `klong check`.
  let findings: [JSONObject]
  let breaches: Int

  struct Layout {
    let intake: Intake
    let settlement: Settlement
    let plan: Plan
    let measures: LayoutMeasures
    let header: JSONObject?

    /// Whether klong reblock made it.
    var isReblocked: Bool { header?["command"]?.string == "reblock" }

    /// Households without a plot; nil where nobody counted them.
    var missing: Int? { measures[.missing].map { Int($0) } }
  }

  /// The file's name without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  init(_ path: String, options: IntakeOptions, book: (book: String, strict: [String])?) throws {
    let file = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
    self.path = path
    identity = file.identity
    if let result = Self.checkResult(file.bytes) {
      layout = nil
      findings = result.findings.filter { $0["verdict"]?.string != Verdict.norm.rawValue }
      breaches = findings.count { $0["verdict"]?.string == Verdict.breach.rawValue }
      return
    }
    var options = options
    let source = try SourceFile(file, options: options)
    let terms = source.klong.map { PlanTerms(header: $0) }
    options.canalWidthMetres = options.canalWidthMetres ?? terms?.canalWidthMetres
    let (name, strict) = book ?? (terms?.book ?? RuleBook.standardName, terms?.strict ?? [])
    let intake = try Intake.read([source], options: options, console: .silent())
    let report = try CheckReport(
      intake, book: RuleBook.chosen(name, lifting: strict), name: name, strict: strict)
    let drawn = try CheckedFiles(intake).layout
    var settlement = drawn.settlement
    if report.isReblocking {
      // Who is re-blocked stays, but where a lane goes through the house.
      let cut = Set(report.report.findings.filter { $0.rule.id == ReblockedCheck.houseRule }.map(\.feature))
      for place in settlement.houses.indices {
        settlement.houses[place].isLocked = !cut.contains(settlement.houses[place].reference)
      }
    }
    layout = Layout(
      intake: intake, settlement: settlement, plan: drawn.plan, measures: try report.measured(),
      header: source.klong)
    findings = report.report.findings.filter { $0.verdict != .norm }.map(\.json)
    breaches = report.summary.breaches
  }

  /// What `klong check --format json` wrote; nil for anything else.
  private static func checkResult(_ bytes: [UInt8]) -> (findings: [JSONObject], summary: JSONObject)? {
    guard let root = try? JSONDocument(parsing: bytes).value, root["features"] == nil,
      let summary = root["summary"]?.object, let findings = root["findings"]?.array
    else { return nil }
    return (findings.compactMap(\.object), summary)
  }
}
