import Foundation
import JSON
import Regulations
import Testing

@testable import KlongCLI

/// A canal 8 m wide and two houses, half a metre too near and half a metre far enough, under every built-in book.
@Suite(.serialized) struct CheckByBookTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let book: String
    let canal: String
    let required: Double
    let clause: String
    var isNorm = false
    var testDescription: String { "\(book) \(canal)" }
  }

  static let rows = [
    Row(book: "thailand-mr55", canal: "", required: 3, clause: "clause 42"),
    Row(book: "thailand-bangkok", canal: "", required: 3, clause: "its clause on canals is not known"),
    Row(book: "philippines-water-code", canal: #","land":"farm""#, required: 20, clause: "article 51"),
    Row(
      book: "indonesia-pp38", canal: #","land":"urban","diked":"no","depth_m":3"#, required: 10,
      clause: "article 9"),
    Row(book: "indonesia-pp38", canal: #","land":"rural","diked":true"#, required: 5, clause: "article 8"),
    Row(
      book: "indonesia-pp38", canal: #","land":"rural","diked":false,"basin_km2":"600""#, required: 100,
      clause: "article 10(2)"),
    Row(
      book: "vietnam-decree-43", canal: #","land":"urban","channel_class":"a""#, required: 10,
      clause: "article 9(1)"),
    Row(book: "kenya-rule-116", canal: "", required: 8, clause: "rule 116"),
    Row(
      book: "kenya-rule-116", canal: #","class":"tidal","land":"government""#, required: 30,
      clause: "Survey Act"),
    Row(book: "brazil-law-12651", canal: "", required: 30, clause: "article 4"),
    Row(book: "brazil-reurb", canal: #","land":"reurb_e""#, required: 15, clause: "article 65"),
    Row(book: "india-telangana", canal: #","waterway":"canal""#, required: 2, clause: "building rules 2012"),
    Row(
      book: "india-bengaluru", canal: #","class":"primary""#, required: 50, clause: "Revised Master Plan 2015"
    ),
    Row(
      book: "nigeria-lagos-2017", canal: #","class":"primary","lined":"no""#, required: 25,
      clause: "Statement of Lagos State, 2017"),
    Row(book: "nigeria-lagos-2023", canal: #","class":"secondary""#, required: 3, clause: "2023 to 2024"),
    Row(book: "cambodia-prek-tnaot", canal: "", required: 30, clause: "Notice of a ministry"),
    Row(book: "south-africa-trigger", canal: "", required: 32, clause: "NEMA", isNorm: true),
    Row(book: "bangladesh-dhaka-2016", canal: "", required: 36.576, clause: "task force", isNorm: true),
  ]

  /// Metres in a degree of latitude at 13.8 N (WGS 84).
  private static let metresPerDegree = 110_630.0

  private static func house(_ id: String, east: Double, metresFromLine: Double) -> String {
    let (south, side) = (13.8 + metresFromLine / metresPerDegree, 0.00005)
    let corners = [
      (east, south), (east + side, south), (east + side, south + side), (east, south + side), (east, south),
    ]
    .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return
      #"{"type":"Feature","id":"\#(id)","properties":{"kind":"house"},"geometry":{"type":"Polygon","coordinates":[[\#(corners)]]}}"#
  }

  private static let line = #"{"type":"LineString","coordinates":[[100.5,13.8],[100.51,13.8]]}"#

  private func check(
    _ book: String, canal: String, houses: [String], water: String = line
  ) throws -> (ExitCode, JSONValue) {
    let line =
      #"{"type":"Feature","properties":{"kind":"canal"\#(canal)},"geometry":\#(water)}"#
    return try withTemporaryFolder { scratch in
      let file = scratch + "town.geojson"
      try (#"{"type":"FeatureCollection","features":["# + (houses + [line]).joined(separator: ",") + "]}")
        .write(to: file, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      let code = run(["check", file.path, "--rules", book, "--format", "json"], captured.console())
      return (code, try JSONDocument(parsing: Array(captured.stdout.utf8)).value)
    }
  }

  @Test(arguments: rows)
  func nearAndFar(row: Row) throws {
    let houses = [
      Self.house("near", east: 100.504, metresFromLine: 4 + row.required - 0.5),
      Self.house("far", east: 100.506, metresFromLine: 4 + row.required + 0.5),
    ]
    let (code, report) = try check(row.book, canal: #","width_m":8"# + row.canal, houses: houses)
    #expect(code == (row.isNorm ? .done : .findings))
    let findings = report["findings"]?.array ?? []
    #expect(findings.compactMap { $0["id"]?.string } == ["near"], "\(report)")
    let finding = try #require(findings.first)
    #expect(finding["verdict"]?.string == (row.isNorm ? "norm" : "breach"))
    #expect(finding["required_m"]?.double == row.required)
    #expect(finding["clause"]?.string?.contains(row.clause) == true)
    #expect(finding["verified"] == false)
    let book = try RuleBook.builtIn(row.book)
    #expect(finding["confidence"]?.string == book.rule(finding["rule"]?.string ?? "")?.confidence.rawValue)
  }

  @Test func everyBookIsChecked() {
    #expect(Set(Self.rows.map(\.book)) == Set(RuleBook.builtInIdentifiers))
  }

  /// What is not told is asked for by its property, and no house in reach of what the book may ask counts as kept.
  @Test(arguments: [
    ("philippines-water-code", #","width_m":8"#, 30.0, "property land"),
    ("indonesia-pp38", #","width_m":8,"land":"urban""#, 30, "property diked"),
    ("nigeria-lagos-2017", #","class":"primary""#, 30, "property lined"),
    ("brazil-law-12651", "", 400, "legal width (width_m)"),
    ("nigeria-lagos-2023", #","class":"tertiary""#, 10, "ask the authority"),
    ("vietnam-decree-43", #","class":"z""#, 10, "state what this water is"),
  ])
  func unknown(book: String, canal: String, metres: Double, remedy: String) throws {
    let houses = [Self.house("house", east: 100.505, metresFromLine: metres)]
    let (code, report) = try check(book, canal: canal, houses: houses)
    #expect(code == .done)
    #expect(report["summary"]?["unknown"] == 1)
    #expect(report["findings"]?[0]?["remedy"]?.string?.contains(remedy) == true, "\(report)")
  }

  /// South of 13.8 N, 1,079 m long: what is drawn of a lake decides only where half as much more or less decides the
  /// same, and what is stated always does.
  @Test(
    arguments: [
      (50.0, "", "breach", 9.0), (100, "", "unknown", nil), (200, "", "breach", 30),
      (100, #","area_ha":10"#, "breach", 30), (100, #","area_ha":"9.9""#, "breach", 9),
    ] as [(Double, String, String, Double?)])
  func lakes(breadth: Double, stated: String, verdict: String, required: Double?) throws {
    let south = 13.8 - breadth / Self.metresPerDegree
    let ring = [(100.5, south), (100.51, south), (100.51, 13.8), (100.5, 13.8), (100.5, south)]
      .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    let (_, report) = try check(
      "india-telangana", canal: #","water":"lake""# + stated,
      houses: [Self.house("house", east: 100.505, metresFromLine: 5)],
      water: #"{"type":"Polygon","coordinates":[[\#(ring)]]}"#)
    #expect(report["findings"]?[0]?["verdict"]?.string == verdict, "\(report)")
    #expect(report["findings"]?[0]?["required_m"]?.double == required)
  }

  @Test func conflictsStandInTheFinding() throws {
    let houses = [Self.house("near", east: 100.504, metresFromLine: 6)]
    let (_, report) = try check(
      "nigeria-lagos-2017", canal: #","width_m":8,"class":"secondary""#, houses: houses)
    let message = report["findings"]?[0]?["message"]?.string ?? ""
    #expect(
      message.contains("The sources conflict") && message.contains("S97, S98") && message.contains("here 3 m")
    )
  }

  /// A house that is clear by the reading taken, and would not be by the other, is not passed over in silence.
  @Test(arguments: [("nigeria-lagos-2023", "secondary", 1), ("nigeria-lagos-2017", "tertiary", 0)])
  func conflictsStandInTheReport(book: String, channel: String, isTold: Int) throws {
    let houses = [Self.house("clear", east: 100.504, metresFromLine: 9)]
    let (code, report) = try check(book, canal: #","width_m":8,"class":"\#(channel)""#, houses: houses)
    #expect(code == .done)
    let notes = report["klong"]?["notes"]?.array?.compactMap(\.string) ?? []
    #expect(
      notes.filter {
        $0.contains("beside 1 water the sources") && $0.contains("a secondary channel keeps 7 m")
      }
      .count == isTold)
  }

  /// The dike's foot lies behind the water's edge, and nobody drew it.
  @Test(arguments: [("indonesia-pp38", true), ("thailand-mr55", false)])
  func aLineThatNobodyDraws(book: String, isTold: Bool) throws {
    let (_, report) = try check(book, canal: #","width_m":8"#, houses: [])
    let notes = report["klong"]?["notes"]?.array?.compactMap(\.string) ?? []
    #expect(
      notes.contains { $0.contains("outer foot of the dike: draw that line with kind = bank") } == isTold)
  }
}
