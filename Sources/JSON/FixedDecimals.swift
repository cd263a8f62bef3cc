/// What a fraction is multiplied by to make its decimals whole.
private enum DecimalScale {
  /// Up to 15 decimals, with which the scaled fraction still fits a double's 53 bits.
  static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

extension [UInt8] {
  /// Appends a number with fixed decimals, rounded to nearest (ties to even) from the exact value of the double.
  ///
  /// Independent of the locale. From 2^63 on, where no double has decimals, and for what is not finite the
  /// shortest text is written instead.
  package mutating func append(_ number: Double, decimals: Int) {
    guard abs(number) < 0x1p63 else { return append(shortest: number) }
    let decimals = Swift.min(Swift.max(decimals, 0), DecimalScale.powers.count - 1)
    let scale = DecimalScale.powers[decimals]
    let size = abs(number)
    let whole = size.rounded(.down)
    // Both exact: a double less its whole part is a double, and below 1e15 a product's rounding is known.
    let fraction = size - whole
    let product = fraction * scale
    var rounded = product.rounded(.toNearestOrEven)
    if abs(product - rounded) == 0.5 {
      // Only here can the lost part of the product decide.
      let lost = (-product).addingProduct(fraction, scale)
      if lost != 0 { rounded = lost > 0 ? product + 0.5 : product - 0.5 }
    }
    // Both fit: whole is below 2^63, and rounded at most 1e15.
    var wholeDigits = UInt64(whole)
    var decimalDigits = UInt64(rounded)
    if rounded >= scale {
      wholeDigits += 1
      decimalDigits = 0
    }
    // With no decimals the tie goes to the even whole number.
    if decimals == 0, fraction == 0.5 { wholeDigits = UInt64(size.rounded(.toNearestOrEven)) }
    if number < 0, wholeDigits > 0 || decimalDigits > 0 { append(UInt8(ascii: "-")) }
    append(digits: wholeDigits, atLeast: 1)
    if decimals > 0 {
      append(UInt8(ascii: "."))
      append(digits: decimalDigits, atLeast: decimals)
    }
  }

  /// Appends the shortest text that reads back as the same double; `null` for what is not finite.
  package mutating func append(shortest number: Double) {
    guard number.isFinite else { return append(contentsOf: "null".utf8) }
    let text = number == 0 ? "0" : number.description
    append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
  }

  /// Appends a whole number, filled with zeros to a number of digits.
  package mutating func append(digits number: UInt64, atLeast width: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { digits in
      var start = digits.count
      var rest = number
      while rest > 0 || digits.count - start < width, start > 0 {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}
