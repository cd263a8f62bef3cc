extension ParsedArguments {
  /// Metres, or nil when the option was not given.
  public func metres(_ name: String, in range: ClosedRange<Double>) throws(UsageError) -> Double? {
    try number(name, in: range, unit: "metres")
  }

  public func metres(
    _ name: String, default standard: Double, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    try number(name, default: standard, in: range, unit: "metres")
  }

  /// Seconds, or nil when the option was not given.
  public func seconds(_ name: String, in range: ClosedRange<Double>) throws(UsageError) -> Double? {
    try number(name, in: range, unit: "seconds")
  }

  public func seconds(
    _ name: String, default standard: Double, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    try number(name, default: standard, in: range, unit: "seconds")
  }

  /// A number in the unit named, or nil when the option was not given.
  public func number(
    _ name: String, in range: ClosedRange<Double>, unit: String
  ) throws(UsageError) -> Double? {
    guard let text = string(name) else { return nil }
    return try number(text[...], name, in: range, unit: unit)
  }

  public func number(
    _ name: String, default standard: Double, in range: ClosedRange<Double>, unit: String
  ) throws(UsageError) -> Double {
    checkDefault(name) { decimalNumber($0[...]) == standard }
    return try number(name, in: range, unit: unit) ?? standard
  }

  /// A whole number, or nil when the option was not given.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = string(name) else { return nil }
    guard let number = decimalNumber(text[...]), number == number.rounded(.towardZero) else {
      throw error(in: name, value: text, "not a whole number", remedy: remedy("a whole number", range))
    }
    // The text itself is read where it can be: a Double would round a seed above 2^53.
    guard let whole = Int(text) ?? Int(exactly: number), range.contains(whole) else {
      throw error(in: name, value: text, "out of range", remedy: remedy("a whole number", range))
    }
    return whole
  }

  public func integer(
    _ name: String, default standard: Int, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    checkDefault(name) { Int($0) == standard }
    return try integer(name, in: range) ?? standard
  }

  /// One number of an option's value.
  func number(
    _ text: Substring, _ name: String, in range: ClosedRange<Double>, unit: String
  ) throws(UsageError) -> Double {
    let remedy = "give \(unit) from \(written(range.lowerBound)) to \(written(range.upperBound))"
    guard let number = decimalNumber(text) else {
      let comma = text.contains(",") ? ", with a point and not a comma" : ", as a number alone"
      throw error(in: name, value: String(text), "not a number", remedy: remedy + comma)
    }
    guard range.contains(number) else {
      throw error(in: name, value: String(text), "out of range", remedy: remedy)
    }
    return number
  }

  private func remedy(_ what: String, _ range: ClosedRange<Int>) -> String {
    "give \(what)"
      + (range.upperBound == .max
        ? " of at least \(range.lowerBound)" : " from \(range.lowerBound) to \(range.upperBound)")
  }
}
