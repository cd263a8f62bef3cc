/// Writing tables that a spreadsheet opens as they are meant.
public enum CSVText {
  /// One record with its line end.
  ///
  /// A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises ("CSV Injection").
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let isNumber = FixedDecimal(typed: text, decimals: 12) != nil
    let safe = isFormula && !isNumber ? "'" + text : text
    guard safe.contains(where: { ",;\t\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
