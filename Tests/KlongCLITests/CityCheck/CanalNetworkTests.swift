import Geometry
import JSON
import Testing

@testable import KlongCLI

/// Canals as they are found: reaches of other widths, junctions, parts in any order, islands, one over another.
///
/// Distances are drawn by hand in metres; MR 55 asks 3 m beside less than 10 m of water and 6 m from there on.
@Suite struct CanalNetworkTests {
  typealias Verdict = PlanarCity.Verdict
  private static let city = PlanarCity.bangkok
  private static let house = #""kind":"house""#

  private static func canal(_ name: String, _ width: String) -> String {
    #""kind":"canal","name":"\#(name)","width_m":\#(width)"#
  }

  /// Houses of 4 m by 4 m by their south-western corners.
  private static func houses(_ corners: [(Double, Double)]) throws -> IntakeFile {
    let features = try corners.map { try city.area(house, [city.rectangle($0.0, $0.1, 4, 4)]) }
    return try city.file(features, name: "houses.geojson")
  }

  private static func expect(
    _ corners: [(Double, Double)], beside canals: [String], _ expected: [Verdict],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let file = try city.file(canals, name: "canals.geojson")
    let found = try PlanarCity.verdicts([houses(corners)], [file])
    #expect(found.count == expected.count, sourceLocation: place)
    for (own, other) in zip(found, expected) {
      #expect(own.agrees(with: other), "\(own), not \(other)", sourceLocation: place)
    }
  }

  /// A number, metres and feet (26' are 7.9248 m); where two reaches meet, the worse of both counts.
  @Test func eachReachHasItsWidth() throws {
    let widths = ["8", "12", #""20 m""#, #""26'""#]
    let reaches = try widths.enumerated().map { number, width in
      let start = Double(number) * 100
      let (from, to) = (Self.city.at(start, 0), Self.city.at(start + 100, 0))
      // Drawn from either end.
      return try Self.city.line(
        Self.canal("reach \(number)", width), [number % 2 == 0 ? [from, to] : [to, from]])
    }
    try Self.expect(
      [(50, 8), (150, 10), (250, 14), (350, 13 * 0.3048 + 2.5), (98, 10)], beside: reaches,
      [
        Verdict(word: "ok", distance: 4, required: 3, canal: "reach 0"),
        Verdict(word: "breach", distance: 4, required: 6, canal: "reach 1"),
        Verdict(word: "breach", distance: 4, required: 6, canal: "reach 2"),
        Verdict(word: "breach", distance: 2.5, required: 3, canal: "reach 3"),
        // 6 m from the bank of the narrow one, which is enough, and 4 m from that of the wide one.
        Verdict(word: "breach", distance: 4, required: 6, canal: "reach 1"),
      ])
  }

  /// A side canal runs into a wider one; in the corner the worse finding counts, and all are listed on request.
  @Test func junctions() throws {
    let canals = try [
      Self.city.line(Self.canal("main", "12"), [[Self.city.at(0, 0), Self.city.at(200, 0)]]),
      Self.city.line(Self.canal("side", "8"), [[Self.city.at(100, 0), Self.city.at(100, 80)]]),
    ]
    // From the main bank (y = 6) and the side bank (x = 104): 5 and 2.5; 7 and 2; 4 and 6; 6 and 3; in the mouth.
    let corners: [(Double, Double)] = [(106.5, 11), (106, 13), (110, 10), (107, 12), (98, 4)]
    try Self.expect(
      corners, beside: canals,
      [
        Verdict(word: "breach", distance: 5, required: 6, canal: "main"),
        Verdict(word: "breach", distance: 2, required: 3, canal: "side"),
        Verdict(word: "breach", distance: 4, required: 6, canal: "main"),
        Verdict(word: "ok", distance: 6, required: 6, canal: "main"),
        Verdict(word: "breach", distance: 0, required: 6, canal: "main", isOverWater: true),
      ])
    let captured = CapturedConsole()
    let (houses, file) = (try Self.houses(corners), try Self.city.file(canals, name: "canals.geojson"))
    let words = ["check", houses.path, "--canals", file.path, "--format", "json", "--quiet"]
    _ = run(words + ["--all-canals"], captured.console())
    let findings = try JSONDocument(parsing: Array(captured.stdout.utf8)).value["findings"]?.array ?? []
    let told = findings.compactMap { $0["feature"]?.int }
    #expect(Dictionary(grouping: told) { $0 }.mapValues(\.count) == [0: 2, 1: 1, 2: 1, 4: 2], "\(findings)")
  }

  /// Two parts with a gap between them, in either order, from either end: each is measured to its own line.
  @Test(arguments: [false, true], [(false, false), (false, true), (true, false), (true, true)])
  func partsInAnyOrder(isSwapped: Bool, turned: (Bool, Bool)) throws {
    func part(_ from: Double, _ to: Double, _ isTurned: Bool) -> [Point] {
      let points = [Self.city.at(from, 0), Self.city.at((from + to) / 2, 0), Self.city.at(to, 0)]
      return isTurned ? points.reversed() : points
    }
    let parts = [part(0, 80, turned.0), part(180, 300, turned.1)]
    let canal = try Self.city.line(
      Self.canal("parts", "12"), isSwapped ? parts.reversed() : parts)
    try Self.expect(
      [(40, 10), (200, 12), (128, 0), (90, -2)], beside: [canal],
      [
        Verdict(word: "breach", distance: 4, required: 6, canal: "parts"),
        Verdict(word: "ok", distance: 6, required: 6, canal: "parts"),
        // 48 m from either end: nothing runs through the gap.
        Verdict(word: "ok"),
        // 10 m from the end of the line, as far as half of the width beyond it.
        Verdict(word: "breach", distance: 4, required: 6, canal: "parts"),
      ])
  }

  /// A house on an island is measured to the island's bank.
  @Test func islands() throws {
    let outer = Self.city.rectangle(0, 0, 200, 80)
    let island = Self.city.rectangle(60, 20, 60, 40)
    let canal = try Self.city.area(Self.canal("round", "20"), [outer, island.reversed()])
    try Self.expect(
      [(88, 38), (62, 38), (58, 38), (30, 8), (90, 84), (90, 86)], beside: [canal],
      [
        // 18 m of island to the south and to the north.
        Verdict(word: "ok", distance: 18, required: 6, canal: "round"),
        Verdict(word: "breach", distance: 2, required: 6, canal: "round"),
        Verdict(word: "breach", distance: 0, required: 6, canal: "round", isOverWater: true),
        Verdict(word: "breach", distance: 0, required: 6, canal: "round", isOverWater: true),
        Verdict(word: "breach", distance: 4, required: 6, canal: "round"),
        Verdict(word: "ok", distance: 6, required: 6, canal: "round"),
      ])
  }

  /// The line of a canal runs through its own area, and a wider one over both: the worst of each house counts.
  @Test func oneOverAnother() throws {
    let canals = try [
      Self.city.area(Self.canal("area", "20"), [Self.city.rectangle(0, -10, 200, 20)]),
      Self.city.line(Self.canal("line", "8"), [[Self.city.at(0, 0), Self.city.at(200, 0)]]),
      Self.city.line(Self.canal("wide", "30"), [[Self.city.at(100, 0), Self.city.at(300, 0)]]),
    ]
    try Self.expect(
      [(30, 15), (30, 17), (30, 8), (150, 17), (250, 18), (30, 5)], beside: canals,
      [
        Verdict(word: "breach", distance: 5, required: 6, canal: "area"),
        Verdict(word: "ok", distance: 7, required: 6, canal: "area"),
        Verdict(word: "breach", distance: 0, required: 6, canal: "area", isOverWater: true),
        Verdict(word: "breach", distance: 2, required: 6, canal: "wide"),
        Verdict(word: "breach", distance: 3, required: 6, canal: "wide"),
        Verdict(word: "breach", distance: 0, required: 6, canal: "area", isOverWater: true),
      ])
  }
}
