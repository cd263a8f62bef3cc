/// Writing tables that a spreadsheet opens as they are meant.
public enum CSVText {
  /// One record with its line end.
  ///
  /// A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises ("CSV Injection").
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let isNumber = FixedDecimal(typed: text, decimals: 12) != nil
    let safe = wouldRun(text) && !isNumber ? "'" + text : text
    guard safe.contains(where: { ",;\t\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet would run it, or could not tell it from one that was made safe.
  private static func wouldRun(_ text: String) -> Bool {
    text.drop { $0 == "'" }.first.map { "=+-@\t\r".contains($0) || $0 == "\r\n" } ?? false
  }

  /// The cell as it was before it was made safe.
  static func withoutMark(_ text: String) -> String {
    text.hasPrefix("'") && wouldRun(text) ? String(text.dropFirst()) : text
  }
}
