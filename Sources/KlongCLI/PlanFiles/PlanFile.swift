internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// A plan as a file: what was given, the layout, what the check found, and how all of it came about.
struct PlanFile {
  let intake: Intake
  var ground: GivenGround
  var header: PlanHeader
  /// Properties that new plots get besides, by the plot's id.
  var plotMarks: [String: [(String, JSONValue?)]] = [:]
  /// Features of a strategy.
  var additions: [PlanFeatures.Addition] = []

  /// - Parameter report: what the check of this very layout found; nil before it was checked.
  func write(to put: @escaping FeatureCollectionWriter.Sink, report: CheckReport?) throws {
    let writer = FeatureCollectionWriter(to: put)
    let numbers = drawnNumbers
    for source in intake.sources {
      try intake.write(passing: source, to: writer, skipping: ground.replaced) { reference in
        (numbers[reference].map { [("number", .count($0))] } ?? []) + (ground.marks[reference] ?? [])
      }
    }
    let passing = intake.sources.flatMap(\.features).map(\.reference)
      .filter { !ground.replaced.contains($0) }.compactMap(\.id)
    let features = PlanFeatures(
      header.outcome.plan, in: intake, passing: Set(passing), marks: plotMarks, adding: additions,
      given: try intake.givenDigits(skipping: ground.replaced))
    for feature in try features.made() { try writer.write(made: feature) }
    for finding in try report?.features() ?? [] { try writer.write(made: finding) }
    try writer.finish(members: try members(report))
  }

  /// The file in memory, to be read again and checked as whoever gets it will.
  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(to: { bytes.append(contentsOf: $0) }, report: nil)
    return bytes
  }

  /// The numbers of plots that a person drew without one: they follow on the last.
  private var drawnNumbers: [FeatureReference: Int] {
    let own = ground.settlement.plots
    let last = (own + header.outcome.plan.plots).compactMap(\.number).max() ?? 0
    let drawn = own.filter { $0.number == nil }.map(\.reference)
    return Dictionary(zip(drawn, (last + 1)...), uniquingKeysWith: { first, _ in first })
  }

  private func members(_ report: CheckReport?) throws -> JSONObject {
    var members = intake.sources.membersForWriting
    // A box of the land would be too small for the lanes and findings beside it.
    members["bbox"] = nil
    var klong = header.json
    klong["cleared_lanes"] = .array(
      try intake.prints(of: ground.cleared.map { $0.area.isEmpty ? Shape($0.centreline) : Shape($0.area) })
        .compactMap { $0.map { .string($0.text) } })
    if let report {
      klong["check"] = .object(report.summaryJSON)
      if let edits = ground.editsJSON(report) { klong["edits"] = .object(edits) }
    }
    members["klong"] = .object(klong)
    return members
  }
}
