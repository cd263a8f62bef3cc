internal import CommandLineKit
internal import JSON
internal import Settlement

/// What `--kind KEY=VALUE:ROLE` says: features whose property KEY is VALUE have this role.
struct KindMapping: Hashable, Sendable {
  var key: String
  /// `*` stands for any value but null.
  var value: String
  var role: Role

  /// The mapping as it is written on the command line.
  var text: String { "\(key)=\(value):\(role.rawValue)" }

  func matches(_ properties: PropertyReader) -> Bool {
    guard let found = properties.text(key) else { return false }
    return value == "*" || found == value
  }
}

extension KindMapping {
  /// - Parameter text: the key ends at the first `=`, the role begins after the last `:`, so that
  ///   `addr:city=Bangkok:house` is understood.
  init(_ text: String) throws(UsageError) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex,
      let colon = text.lastIndex(of: ":"), colon > equals
    else {
      throw UsageError(
        "--kind \(quoted(text)): not a property, its value and a role",
        remedy: "write it as KEY=VALUE:ROLE, such as building=temple:keep, or parcel=*:parcel for any value")
    }
    let name = text[text.index(after: colon)...]
    guard let role = Role(name: name) else {
      throw UsageError(
        "--kind \(quoted(text)): no role is called \(quoted(name))",
        remedy: "take one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
    }
    key = String(text[..<equals])
    value = String(text[text.index(after: equals)..<colon])
    self.role = role
  }
}

extension Role {
  /// A role from what a person typed: letter case and blanks around it do not count.
  init?(name: some StringProtocol) {
    self.init(rawValue: name.lowercased().filter { !$0.isWhitespace })
  }
}
