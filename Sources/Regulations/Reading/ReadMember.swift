internal import JSON

/// One value of the file with its place, and the questions a reader asks of it. A wrong value is reported and nil.
struct ReadMember {
  let value: JSONValue
  let path: JSONPath
  let log: ReadingLog

  func report(_ problem: String, remedy: @autoclosure () -> String) {
    log.report(path, problem, remedy: remedy())
  }

  /// An assumption: no law fills it, and what is compared pair by pair stays quick.
  static let longestList = 1000

  /// A text that says something.
  func text() -> String? {
    guard case .string(let text) = value else {
      return wrong("a string", remedy: "put it in quotation marks")
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report("the text is empty", remedy: "write it, or take the member out if it may be left out")
      return nil
    }
    return text
  }

  /// A number within the range.
  func number(in range: ClosedRange<Double> = 0...Distance.mostMetres) -> Double? {
    guard case .number(let number) = value else {
      return wrong("a number", remedy: "write it without quotation marks")
    }
    let amount = number.double
    guard amount.isFinite, range.contains(amount) else {
      report(
        "\(number.text) is outside \(range.lowerBound.short) to \(range.upperBound.short)",
        remedy: "correct the number")
      return nil
    }
    return amount
  }

  func truth() -> Bool? {
    guard case .bool(let truth) = value else {
      return wrong("true or false", remedy: "write it without quotation marks")
    }
    return truth
  }

  /// One word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Word? where Word.RawValue == String {
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(
      "\"\(text)\" is not one of the words for this",
      remedy: NearName.advice(for: text, among: type.allCases.map(\.rawValue)))
    return nil
  }

  /// The entries of a list, each with its place.
  func list(orEmpty: Bool = false) -> [ReadMember]? {
    guard case .array(let values) = value else {
      return wrong("an array", remedy: "put it in square brackets")
    }
    if values.isEmpty, !orEmpty {
      report("the list is empty", remedy: "fill it, or take the member out if it may be left out")
      return nil
    }
    if values.count > Self.longestList {
      report(
        "the list has \(values.count) entries, and a book takes at most \(Self.longestList)",
        remedy: "split the book")
      return nil
    }
    return values.enumerated().map { ReadMember(value: $1, path: path + [.index($0)], log: log) }
  }

  func texts(orEmpty: Bool = false) -> [String]? {
    list(orEmpty: orEmpty)?.compactMap { $0.text() }
  }

  private func wrong<Value>(_ wanted: String, remedy: String) -> Value? {
    report("\(value.kind) stands where \(wanted) is needed", remedy: remedy)
    return nil
  }
}
