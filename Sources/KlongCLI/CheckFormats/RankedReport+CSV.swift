internal import Compliance
internal import Geometry

extension RankedReport {
  /// A row for each finding (RFC 4180), which a spreadsheet opens without running anything.
  func writeCSV(to put: (String) throws -> Void) throws {
    var places = try report.intake.geographicPoints(items.compactMap(\.finding.place))[...]
    // The mark at the beginning has spreadsheets read Thai as Thai.
    try put("\u{FEFF}" + Self.columns.joined(separator: ",") + "\r\n")
    for item in items {
      let place = item.finding.place == nil ? nil : places.popFirst()
      try put(row(item, place).joined(separator: ",") + "\r\n")
    }
  }

  private static let columns = [
    "file", "line", "feature", "id", "subject", "rule", "clause", "verdict", "measured", "required",
    "shortfall",
    "unit", "canal", "over_water", "longitude", "latitude", "message", "remedy", "state", "identity",
  ]

  private func row(_ item: Item, _ place: GeographicPoint?) -> [String] {
    let finding = item.finding
    func figure(_ value: Double?, _ decimals: Int) -> String {
      value.map { fixed($0, decimals: decimals) } ?? ""
    }
    let shortfall = finding.required.flatMap { required in finding.measured.map { max(0, required - $0) } }
    return [
      CSV.cell(finding.feature.file), "\(item.line)", "\(finding.feature.index)",
      CSV.cell(finding.feature.id),
      CSV.cell(finding.subject), CSV.cell(finding.rule.id), CSV.cell(finding.rule.clause),
      finding.verdict.rawValue, figure(finding.measured, 3), figure(finding.required, 3),
      figure(shortfall, 3),
      CSV.cell(finding.unit.rawValue), CSV.cell(finding.canal), finding.isOverWater ? "true" : "false",
      figure(place?.longitude, 8), figure(place?.latitude, 8), CSV.cell(finding.message),
      CSV.cell(finding.remedy), item.state?.rawValue ?? "", item.identity,
    ]
  }
}

/// Cells of comma-separated values.
enum CSV {
  /// A text that no spreadsheet takes for a formula (OWASP, "CSV Injection"): one that begins as a formula would is
  /// led by an apostrophe.
  static func cell(_ text: String?) -> String {
    guard var text, let first = text.unicodeScalars.first else { return "" }
    if ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first) { text = "'" + text }
    let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\r", "\n", ";", "\t"].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
