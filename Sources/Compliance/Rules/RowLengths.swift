internal import GEOS
internal import Geometry
internal import Regulations

/// No row is longer than the rule book, or the plan itself, allows.
enum RowLengths: LayoutRule {
  /// Drawing, over a whole row: ten units of a nine-decimal file.
  static let toleranceMetres = 0.01

  static func findings(on ground: Ground) -> [Finding] {
    let limits = RowTerms(ground)
    return ground.rows.filter { $0.plots.count > 1 }.flatMap { row in
      [tooMany(row, limits, ground), tooLong(row, limits, ground)].compactMap { $0 }
    }
  }

  private static func tooMany(_ row: Row, _ limits: RowTerms, _ ground: Ground) -> Finding? {
    guard let most = limits.units, row.plots.count > most.value else { return nil }
    return finding(
      row, most.rule, Double(row.plots.count), Double(most.value), .count, ground,
      "a row of \(row.plots.count) units stands wall to wall; at most \(most.value) are allowed")
  }

  private static func tooLong(_ row: Row, _ limits: RowTerms, _ ground: Ground) -> Finding? {
    guard let most = limits.length, row.lengthMetres > most.value + toleranceMetres else { return nil }
    return finding(
      row, most.rule, row.lengthMetres, most.value, .metres, ground,
      "a row of \(row.plots.count) units is \(row.lengthMetres.metres) long; at most \(most.value.metres) is allowed"
    )
  }

  private static func finding(
    _ row: Row, _ rule: RuleCitation, _ measured: Double, _ required: Double, _ unit: Finding.Unit,
    _ ground: Ground, _ message: String
  ) -> Finding {
    let first = ground.plots[row.plots[0]]
    let last = ground.plots[row.plots[row.plots.count - 1]]
    return Finding(
      feature: first.plot.reference, subject: "the row of \(first.name)", rule: rule,
      verdict: rule.verdictWhenBroken, measured: measured, required: required, unit: unit,
      place: ground.plots[row.plots[row.plots.count / 2]].centre, other: last.plot.reference,
      message: "\(message) (\(first.name) to \(last.name)).", remedy: "leave a gap inside the row")
  }
}
