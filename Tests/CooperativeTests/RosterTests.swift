import Geometry
import JSON
import Settlement
import Testing

@testable import Cooperative

@Suite struct RosterTests {
  static let thai = """
    บ้านเลขที่;จำนวนคน;สถานะ;กลุ่ม;ความต้องการ;รายได้;ครัวเรือน\r
    501/1;๔;เจ้าของ;ก;"ร้านค้า;ผู้สูงอายุ";12,000.50;ก1\r
    501/1;2;เช่า;;;;ก2\r
    \r
    501/2;0;;;;;\r
    """

  @Test func thaiHeadings() throws {
    let roster = Roster(csv: [0xEF, 0xBB, 0xBF] + Array(Self.thai.utf8))
    #expect(roster.faults.isEmpty, "\(roster.faults)")
    try #require(roster.households.count == 3)
    let first = roster.households[0]
    #expect(
      first.id == "ก1" && first.people == 4 && first.tenure == .owner && first.needs == [.shop, .elder])
    #expect(first.income == Money(satang: 1_200_050))
    #expect(roster.households[2].id == "501/2" && !roster.households[2].needsPlot)
    #expect(roster.households.map(\.row) == [2, 3, 5])
  }

  @Test func jsonSaysTheSame() throws {
    let text = """
      {"households": [{"household": "ก1", "house": "501/1", "people": 4, "tenure": "owner", "group": "ก",
        "needs": ["shop", "elder"], "income": 12000.50}, {"household": "ก2", "house": "501/1", "people": 2,
        "tenure": "renter"}, {"house": "501/2", "people": 0, "debt": null}]}
      """
    let roster = Roster(json: try JSONDocument(parsing: Array(text.utf8)).value)
    #expect(roster.faults.isEmpty, "\(roster.faults)")
    #expect(roster.canonicalText == Roster(csv: Array(Self.thai.utf8)).canonicalText)
  }

  @Test(arguments: [
    ("{}", "no list"), ("[1]", "not an object"), ("[{\"house\": {}}]", "neither a text nor a number"),
    ("[{\"house\": 1, \"colour\": 2}]", "not known"), ("[{\"house\": 1, \"บ้าน\": 2}]", "given twice"),
    ("[]", "no household"), ("[{\"people\": 3}]", "empty"),
  ])
  func faultsOfJSON(text: String, problem: String) throws {
    let roster = Roster(json: try JSONDocument(parsing: Array(text.utf8)).value)
    #expect(roster.faults.contains { $0.problem.contains(problem) }, "\(roster.faults)")
  }

  @Test func writtenAndReadAgain() {
    let roster = Roster(csv: Array(Self.thai.utf8))
    let again = Roster(csv: Array(roster.csv().utf8))
    #expect(again.faults.isEmpty)
    #expect(again.csv() == roster.csv())
    #expect(again.canonicalText == roster.canonicalText)
  }

  @Test func formulasDoNotRun() {
    var household = Household(id: "H1", house: "=cmd")
    household.name = "@SUM(A1)\r\nx,\"y\""
    let line = Roster(households: [household]).csv().split(separator: "\r\n", maxSplits: 1)[1]
    #expect(line.hasPrefix("H1,'=cmd,\"'@SUM(A1)\r\nx,\"\"y\"\"\""))
  }

  @Test func housesAndPlotsAreLookedUp() {
    var roster = Roster(csv: Array("house,household,plot,not_plots\n7,H1,1,2\nx,H2,9,3\n8,H3,P1,\n".utf8))
    let houses = [7, 8, 8, 5].enumerated().map { index, number in
      House(
        reference: .init(index: index, id: "h\(index)"), point: Point(x: 0, y: 0), houseNumber: "\(number)")
    }
    let plots = [Plot(id: "P1", number: 1, area: []), Plot(id: "P2", number: 2, area: [])]
    #expect(roster.locate(in: houses, plots: plots) == [0, nil, 1])
    let wrong = roster.faults.filter { $0.kind == .wrong }
    #expect(wrong.contains { $0.row == 3 && $0.column == "house" })
    #expect(wrong.contains { $0.row == 3 && $0.column == "plot" })
    #expect(wrong.contains { $0.row == 3 && $0.column == "not_plots" })
    #expect(wrong.contains { $0.row == 4 && $0.column == "plot" && $0.problem.contains("row 2") })
    #expect(wrong.contains { $0.row == 4 && $0.problem.contains("2 houses") })
    #expect(roster.faults.filter { $0.kind == .missing }.map(\.problem) == ["no row tells of house 5"])
  }

  @Test func schemaKnowsEveryColumn() throws {
    let schema = try JSONDocument(parsing: Roster.schemaText).value
    let household = try #require(schema["$defs"]?["household"]?["properties"]?.object)
    #expect(Set(household.names) == Set(RosterColumn.allCases.map(\.rawValue)))
    let needs = household["needs"]?["items"]?["enum"]?.array?.compactMap(\.string) ?? []
    #expect(Set(needs) == Set(Household.Need.allCases.map(\.rawValue)))
    let tenures = household["tenure"]?["enum"]?.array?.compactMap(\.string) ?? []
    #expect(Set(tenures) == Set(Household.Tenure.allCases.map(\.rawValue)))
  }
}
