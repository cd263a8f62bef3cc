import JSON
import TestSupport
import Testing

@testable import Cooperative

@Suite struct TenureRecordsTests {
  static let polygon =
    #"{"type":"Polygon","coordinates":[[[100.5,13.8],[100.6,13.8],[100.6,13.9],[100.5,13.8]]]}"#

  private static func records(names: [String?] = ["=cmd", " '@x,\"y\"\r\n๑ ", nil]) -> TenureRecords {
    let dwellings = names.enumerated().map { index, name in
      TenureRecords.Dwelling(
        plot: "\(index + 1)", household: "H\(index + 1)", name: name, squareMetres: "28.00",
        geometry: polygon,
        setbacks: ["MR 55, clause 42"])
    }
    return TenureRecords(
      dwellings: dwellings, waiting: ["H9"], sources: [("plan", "ab"), ("roster", "cd")], date: "2026-12-01")
  }

  private func expectRoundTrips(_ records: TenureRecords) throws {
    for text in [records.json, records.featureCollection] {
      let value = try JSONDocument(parsing: text.serialized(pretty: true)).value
      #expect(TenureRecords(value) == records)
    }
    let tables = Dictionary(
      uniqueKeysWithValues: TenureTable.allCases.map { ($0, Array(records.csv($0).utf8)) })
    #expect(TenureRecords(csv: tables) == records)
  }

  @Test func nothingIsLost() throws {
    let records = Self.records()
    #expect(records.dwellings == 3 && records.members.count == 4 && records.version == 1)
    #expect(records.holder(ofPlot: "2") == "H2")
    try expectRoundTrips(records)
  }

  @Test func changesKeepWhatWas() throws {
    let first = Self.records()
    let second = try first.applying(.transfer(plot: "1", to: "H9"), date: "2027-01-01")
    #expect(second.version == 2 && second.holder(ofPlot: "1") == "H9")
    #expect(!second.members.contains("H1"))
    let third = try second.applying(.inheritance(plot: "2", to: "H20"), date: "2027-02-01")
    #expect(third.holder(ofPlot: "2") == "H20" && third.members.contains("H20"))
    let fourth = try third.applying(.back(plot: "3"), date: "2027-03-01")
    #expect(fourth.holder(ofPlot: "3") == "cooperative")
    // Every row of the first version still stands, but for its end.
    for table in TenureTable.allCases {
      #expect(fourth.rows(table).count >= first.rows(table).count)
      for (old, new) in zip(first.rows(table), fourth.rows(table)) {
        #expect(old.dropLast() == new.dropLast())
      }
    }
    #expect(fourth.rows(.version).map { $0[1] } == ["recorded", "transfer", "inheritance", "return"])
    try expectRoundTrips(fourth)
  }

  @Test(arguments: [
    (TenureRecords.Event.transfer(plot: "1", to: "X7"), TenureRefusal.outsider),
    (.transfer(plot: "8", to: "H2"), .noSuchPlot), (.transfer(plot: "1", to: "H1"), .alreadyTheirs),
    (.inheritance(plot: "1", to: "Somchai"), .notACode), (.back(plot: "0"), .noSuchPlot),
  ])
  func refuses(event: TenureRecords.Event, refusal: TenureRefusal) {
    #expect(throws: refusal) { try Self.records().applying(event, date: "2027-01-01") }
  }

  @Test(arguments: [
    "{}", "[]", #"{"type":"FeatureCollection","features":[]}"#, #"{"klong_tenure":1,"LA_Party":[{}]}"#,
  ])
  func otherFilesAreNoRecords(text: String) throws {
    #expect(TenureRecords(try JSONDocument(parsing: Array(text.utf8)).value) == nil)
  }
}
