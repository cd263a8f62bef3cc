internal import CommandLineKit

extension Refusal {
  /// Promise 5: no refusal is longer, in UTF-8 bytes.
  static let maximumBytes = 2048
  /// A path may be long, but its end names the file.
  private static let longestPath = 160
  private static let longestSentence = 600

  /// The lines for people, each with its line end.
  var text: String {
    let lines = ["klong: \(place)\(printable(problem, limit: Self.longestSentence))"]
    return Self.fit(lines + ["  what to do: \(printable(remedy, limit: Self.longestSentence))"])
  }

  /// `plan.geojson:12:4: feature 3 (id x), properties.kind: `
  private var place: String {
    let position = [line, column].compactMap { $0.map(String.init) }
    var parts: [String] = []
    if let file { parts.append(([Self.shown(path: file)] + position).joined(separator: ":")) }
    if file == nil, let line { parts.append("line \(line)" + (column.map { ", column \($0)" } ?? "")) }
    if let named { parts.append(named) }
    return parts.map { $0 + ": " }.joined()
  }

  private var named: String? {
    let identifier = id.map { "id " + printable($0) }
    let name = feature.map { "feature \($0)" + (identifier.map { " (\($0))" } ?? "") } ?? identifier
    let words = [name, member.map { printable($0, limit: Self.longestPath) }].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// A path made safe, cut at its beginning where it is long.
  static func shown(path: String) -> String {
    if path == "-" { return "standard input" }
    if path.isEmpty { return "\"\"" }
    let scalars = path.unicodeScalars
    guard scalars.count > longestPath else { return printable(path, limit: longestPath) }
    return "\u{2026}" + printable(String(scalars.suffix(longestPath)), limit: longestPath)
  }

  /// Joins the lines and cuts each so that all of them stay within the promise.
  private static func fit(_ lines: [String]) -> String {
    let share = maximumBytes / lines.count - 4
    return lines.map { line in
      var line = line
      guard line.utf8.count > share else { return line + "\n" }
      while line.utf8.count > share { line.unicodeScalars.removeLast() }
      return line + "\u{2026}\n"
    }.joined()
  }
}
