internal import CommandLineKit

extension Refusal {
  /// One JSON object on one line: `file`, `feature`, `id`, `line`, `column`, `member`, `problem`, `remedy`, `exit`;
  /// what is not known is null.
  var json: String {
    let members: [(String, String)] = [
      ("file", Self.json(file)), ("feature", Self.json(feature)), ("id", Self.json(id)),
      ("line", Self.json(line)), ("column", Self.json(column)), ("member", Self.json(member)),
      ("problem", Self.json(problem)), ("remedy", Self.json(remedy)), ("exit", String(code.rawValue)),
    ]
    return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
  }

  static func json(_ number: Int?) -> String { number.map(String.init) ?? "null" }

  /// A JSON string, made safe for a terminal before it is escaped: logs are read on terminals too.
  static func json(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in printable(text, limit: 300).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
