import Foundation
import JSON
import TestSupport
import Testing

@Suite struct NumberTests {
  /// The right column is what C's printf gives, or follows from the exact value of the double.
  @Test(arguments: [
    (0.0, 3, "0.000"), (-0.0, 3, "0.000"), (-0.0004, 3, "0.000"), (-0.0006, 3, "-0.001"), (1, 0, "1"),
    (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-2.5, 0, "-2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.9999999999, 9, "1.000000000"),
    (99.9999999996, 9, "100.000000000"),
    (100.60395086, 9, "100.603950860"), (-13.75, 9, "-13.750000000"), (1e8, 9, "100000000.000000000"),
    (123456789012345680, 2, "123456789012345680.00"), (9007199254740992, 1, "9007199254740992.0"),
    (0.1, 15, "0.100000000000000"), (0.3, 20, "0.300000000000000"), (5, -1, "5"), (1e300, 2, "1e+300"),
    (.nan, 2, "null"), (-.infinity, 2, "null"),
  ])
  func fixedDecimals(number: Double, decimals: Int, text: String) {
    #expect(JSONNumber(number, decimals: decimals).text == text)
  }

  @Test func fixedDecimalsAgreeWithPrintf() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<20_000 {
      let decimals = Int.random(in: 0...15, using: &random)
      // Short decimals, where ties lie, and any double.
      let short = Double(Int.random(in: -100_000...100_000, using: &random)) / 64
      let number = Bool.random(using: &random) ? short : Double.random(in: -1e6...1e6, using: &random)
      let expected = String(format: "%.\(decimals)f", number)
      let isZero = expected.allSatisfy { "-0.".contains($0) }
      let text = JSONNumber(number, decimals: decimals).text
      #expect(text == (isZero ? expected.replacing("-", with: "") : expected), "\(number) \(decimals)")
    }
  }

  @Test(arguments: [
    (3.0, "3"), (0.1, "0.1"), (-0.0, "0"), (1e16, "1e+16"), (1e-7, "1e-07"),
    (.leastNonzeroMagnitude, "5e-324"),
    (.infinity, "null"),
  ])
  func shortest(number: Double, text: String) {
    #expect(JSONNumber(number).text == text)
  }

  /// What a text means as a double, against the C library's own reading of it.
  @Test(arguments: [
    "0", "-0", "0.1", "100.60395086", "9007199254740993", "123456789012345678901234567890", "1e22", "1e23",
    "1.7976931348623157e308",
    "4.9e-324", "2.2250738585072011e-308", "1e-400", "-1e-400", "0.000000000000000000000000000000000001",
    "8.5e-5", "0e400",
    "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123347747e50",
  ])
  func double(text: String) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.text == text)
    #expect(number.double.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test func doublesAgreeWithTheLibrary() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<5_000 {
      let bits = Double(bitPattern: random.next())
      let number =
        bits.isFinite && Bool.random(using: &random) ? bits : Double.random(in: -200...200, using: &random)
      let decimals = Int.random(in: 0...17, using: &random)
      for text in [
        "\(number)", String(format: "%.\(decimals)e", number), String(format: "%.\(decimals)f", number),
      ] {
        guard text.utf8.count <= 400, strtod(text, nil).isFinite else { continue }
        #expect(JSONNumber(text)?.double.bitPattern == strtod(text, nil).bitPattern, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("7", 7), ("-0", 0), ("3.0", 3), ("1e2", 100), ("3.5", nil), ("1e40", nil),
    ("9223372036854775807", Int.max),
  ])
  func int(text: String, int: Int?) throws {
    #expect(try #require(JSONNumber(text)).int == int)
  }

  @Test(arguments: ["", " 1", "1 ", "01", "null", "1,2", "\"1\"", "NaN", "1e999"])
  func notANumber(text: String) {
    #expect(JSONNumber(text) == nil)
  }
}
