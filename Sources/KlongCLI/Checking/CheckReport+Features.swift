internal import Compliance
internal import GeoJSON
internal import JSON
internal import Settlement

extension CheckReport {
  /// Writes every feature as it was, with its setback verdict behind its properties, and for a plan the findings as
  /// points. Findings of an earlier check give way.
  func writeFeatures(
    as form: FeatureCollectionWriter.Form = .collection, to put: @escaping FeatureCollectionWriter.Sink
  ) throws {
    let writer = FeatureCollectionWriter(as: form, to: put)
    var verdicts: [FeatureReference: SetbackJudgement] = [:]
    for judgement in report.setbacks { verdicts[judgement.feature] = judgement }
    let stale = intake.sources.flatMap(\.features).filter { feature in
      feature.role == .finding && isMade(feature.reference)
    }
    let written = intake.sources.filter { !reference.contains($0.path) }
    for source in written {
      try intake.write(passing: source, to: writer, skipping: Set(stale.map(\.reference))) {
        verdicts[$0]?.properties ?? []
      }
    }
    if isPlan { for finding in try features() { try writer.write(made: finding) } }
    var members = written.membersForWriting
    if isPlan { members["bbox"] = nil }
    var klong = members["klong"]?.object ?? [:]
    klong["check"] = .object(summaryJSON)
    members["klong"] = .object(klong)
    try writer.finish(members: members)
  }

  private func isMade(_ reference: FeatureReference) -> Bool {
    intake.feature(reference)?.properties[PlanFeatures.printName] != nil
  }
}

extension SetbackJudgement {
  var printedVerdict: String { verdict == .norm ? "breach" : verdict.rawValue }

  /// Names of design §6.
  var properties: [(String, JSONValue)] {
    let figures: [(String, JSONValue?)] = [
      ("klong_setback", .string(printedVerdict)),
      ("klong_over_water", isOverWater ? true : nil),
      ("klong_distance_m", distanceMetres.map(JSONValue.metres)),
      ("klong_required_m", requiredMetres.map(JSONValue.metres)),
      ("klong_canal", canal.map(JSONValue.string)),
    ]
    return figures.compactMap { name, value in value.map { (name, $0) } }
  }
}
