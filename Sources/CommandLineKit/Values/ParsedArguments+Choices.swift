extension ParsedArguments {
  /// One of the allowed values of the table as a case of an enumeration.
  ///
  /// The table's `allowed` must be the raw values; another word was refused before.
  public func choice<Choice>(_ name: String, default standard: Choice) -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    checkDefault(name) { $0 == standard.rawValue }
    assert(
      options.first { $0.name == name }?.allowed == Choice.allCases.map(\.rawValue),
      "the allowed values of --\(name) differ from \(Choice.self)")
    return string(name).flatMap(Choice.init(rawValue:)) ?? standard
  }

  /// Values parted by commas or given by repeating the option; blanks around them are dropped.
  public func list(_ name: String) throws(UsageError) -> [String] {
    var items: [String] = []
    for value in strings(name) {
      for item in value.split(separator: ",", omittingEmptySubsequences: false) {
        let trimmed = trim(item)
        guard !trimmed.isEmpty else {
          throw error(in: name, value: value, "an empty item", remedy: "part the items by single commas")
        }
        items.append(String(trimmed))
      }
    }
    return items
  }
}

func trim(_ text: Substring) -> Substring {
  var text = text.drop { $0 == " " }
  while text.last == " " { text.removeLast() }
  return text
}
