import Settlement
import Testing

@Suite("Measures that people type")
struct MeasureTests {
  @Test(
    "metres, to 1e-9 m",
    arguments: [
      ("12", 12.0), ("12.5 m", 12.5), (" 12m ", 12), ("1.5 km", 1500), ("80 cm", 0.8), ("10'", 3.048),
      ("12'6\"", 3.81), ("30 ft", 9.144), ("12 ม.", 12), ("0.5", 0.5), ("0", 0),
    ])
  func metres(text: String, metres: Double) throws {
    let found = try #require(Measure.metres(from: text))
    #expect(abs(found - metres) < 1e-9)
  }

  @Test(
    "what is no measure is not guessed",
    arguments: [
      "", "wide", "-1", "12,5", "12;15", "1e3", "nan", "inf", "12 - 15", "~12", "1.2.3", "12 wah", "'", "5'x",
      ".", "12'-3\"", "0x10",
    ])
  func refused(text: String) {
    #expect(Measure.metres(from: text) == nil)
  }

  @Test(
    "Thai areas",
    arguments: [
      (0.0, "0-0-0"), (4, "0-0-1"), (400, "0-1-0"), (1600, "1-0-0"), (7300, "4-2-25"), (430, "0-1-7.5"),
      (1599.99, "1-0-0"), (-5, "0-0-0"), (.infinity, "0-0-0"), (.nan, "0-0-0"),
    ])
  func area(squareMetres: Double, text: String) {
    #expect(ThaiArea(squareMetres: squareMetres).description == text)
  }
}
