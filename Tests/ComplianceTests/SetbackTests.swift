import Compliance
import Geometry
import Settlement
import Testing

/// One house beside one canal: y = 0 is the drawn edge, the water lies south of it.
@Suite struct SetbackTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var canal = Case.area(width: 25)
    var bank: Double?
    /// South wall of the house, in metres north of the drawn edge.
    var south: Double
    var accuracy: Double?
    var canalWidth: Double?
    var structure: String?
    var expected: Verdict
    var distance: Double?
    var isOverWater = false
    var testDescription: String { name }

    static func area(width: Double, states: Bool = true) -> Canal {
      let corners = [(-100.0, -width), (100, -width), (100, 0), (-100, 0)].map { Point(x: $0.0, y: $0.1) }
      return Canal(
        reference: .init(index: 1), name: "khlong", area: [try? Polygon(corners: corners)].compactMap { $0 },
        widthMetres: states ? width : nil)
    }

    /// A centre line such that y = 0 is half of 10 m from it.
    static func line(width: Double?, culvert: Bool = false) -> Canal {
      let line = try? LineString([Point(x: -100, y: -5), Point(x: 100, y: -5)])
      return Canal(
        reference: .init(index: 1), name: "khlong", centreline: [line].compactMap { $0 }, widthMetres: width,
        isCulvert: culvert)
    }

    static var lake: Canal {
      var lake = area(width: 100)
      lake.isStanding = true
      lake.widthMetres = nil
      return lake
    }
  }

  static let cases = [
    Case(name: "clear", south: 7, expected: .ok, distance: 7),
    Case(name: "on the line", south: 6, expected: .ok, distance: 6),
    Case(name: "0.1 mm of rounding", south: 5.9999, expected: .ok, distance: 5.9999),
    Case(name: "1 mm short", south: 5.999, expected: .breach, distance: 5.999),
    Case(name: "narrow canal, on the line", canal: Case.area(width: 8), south: 3, expected: .ok, distance: 3),
    Case(name: "narrow canal, 1 mm short", canal: Case.area(width: 8), south: 2.999, expected: .breach),
    Case(
      name: "exactly 10 m wide asks 6 m", canal: Case.line(width: 10), south: 5.9, expected: .breach,
      distance: 5.9),
    Case(name: "centre line, wide", canal: Case.line(width: 10), south: 6, expected: .ok, distance: 6),
    Case(name: "over the water", south: -1, expected: .breach, distance: 0, isOverWater: true),
    Case(name: "touches the water's edge", south: 0, expected: .breach, distance: 0),
    Case(name: "in the middle of the water", south: -18, expected: .breach, distance: 0, isOverWater: true),
    Case(
      name: "over a centre line", canal: Case.line(width: 10), south: -7, expected: .breach, distance: 0,
      isOverWater: true),
    Case(
      name: "in the water of a centre line", canal: Case.line(width: 40), south: 0.5, expected: .breach,
      distance: 0, isOverWater: true),
    Case(name: "bank line landward", bank: 4, south: 9.9, expected: .breach, distance: 5.9),
    Case(name: "bank line landward, clear", bank: 4, south: 10, expected: .ok, distance: 6),
    Case(
      name: "between bank line and drawn edge", bank: 20, south: 5, expected: .breach, distance: 0,
      isOverWater: true),
    Case(name: "bank line out in the drawn water", bank: -3, south: 3, expected: .ok, distance: 6),
    Case(name: "on drawn water behind the bank line", bank: -9, south: -2, expected: .ok, distance: 7),
    Case(name: "bank line on the edge itself", bank: 0, south: 5, expected: .breach, distance: 5),
    Case(
      name: "bank line of a centre line", canal: Case.line(width: 10), bank: 2, south: 7, expected: .breach,
      distance: 5),
    Case(
      name: "bank line nearer than half the width", canal: Case.line(width: 10), bank: -2, south: 4,
      expected: .ok, distance: 6),
    Case(name: "too close to tell", south: 6.2, accuracy: 0.5, expected: .tooClose, distance: 6.2),
    Case(name: "short, but too close to tell", south: 5.6, accuracy: 0.5, expected: .tooClose),
    Case(name: "short beyond doubt", south: 5, accuracy: 0.5, expected: .breach),
    Case(name: "no width, line", canal: Case.line(width: nil), south: 3, expected: .unknown),
    Case(name: "no width, line, far away", canal: Case.line(width: nil), south: 60, expected: .ok),
    Case(
      name: "width given with the check", canal: Case.line(width: nil), south: 3, canalWidth: 8,
      expected: .ok, distance: 4),
    Case(name: "width drawn, sure", canal: Case.area(width: 25, states: false), south: 5, expected: .breach),
    Case(
      name: "width drawn, near the step", canal: Case.area(width: 9, states: false), south: 4,
      expected: .unknown),
    Case(name: "culvert", canal: Case.line(width: 10, culvert: true), south: 1, expected: .exempt),
    Case(
      name: "culvert without width", canal: Case.line(width: nil, culvert: true), south: 1, expected: .exempt),
    Case(name: "culvert far away", canal: Case.line(width: 10, culvert: true), south: 20, expected: .ok),
    Case(name: "lake", canal: Case.lake, south: 11.9, expected: .breach),
    Case(name: "lake, clear", canal: Case.lake, south: 12, expected: .ok),
    Case(name: "a pier needs none", south: -2, structure: "pier", expected: .exempt, isOverWater: true),
  ]

  @Test(arguments: cases)
  func judges(_ row: Case) throws {
    var settlement = Settlement()
    settlement.canals = [row.canal]
    if let bank = row.bank {
      settlement.banks = [
        BankLine(
          reference: .init(index: 2), line: try LineString([Point(x: -90, y: bank), Point(x: 90, y: bank)]),
          canal: "khlong", date: "2024-05-01", source: "survey", author: "a surveyor")
      ]
    }
    let corners = [(0.0, 0.0), (4, 0), (4, 7), (0, 7)].map { Point(x: $0.0, y: row.south + $0.1) }
    settlement.houses = [
      House(reference: .init(index: 0), footprint: [try Polygon(corners: corners)], structure: row.structure)
    ]
    let checker = Checker(
      book: TestBook.thailand, canalWidthMetres: row.canalWidth, accuracyMetres: row.accuracy)
    let report = try checker.check(CheckedLayout(settlement: settlement))
    let judgement = try #require(report.setbacks.first)
    #expect(judgement.verdict == row.expected)
    #expect(judgement.isOverWater == row.isOverWater)
    if let distance = row.distance {
      #expect(abs((judgement.distanceMetres ?? .nan) - distance) < 1e-9)
    }
    #expect(report.findings.count == (row.expected == .ok ? 0 : 1))
    if row.bank != nil, row.expected != .ok, !row.isOverWater {
      guard case .bank(let bank) = report.findings[0].legalLine else {
        Issue.record("the finding does not name the bank line")
        return
      }
      #expect(bank.date == "2024-05-01" && bank.reference.index == 2)
    }
  }

  @Test func theFarBankKeepsItsEdge() throws {
    // The bank line stands for the north side only: south of the canal the drawn edge still counts.
    var settlement = Settlement()
    settlement.canals = [Case.area(width: 25)]
    settlement.banks = [
      BankLine(
        reference: .init(index: 2), line: try LineString([Point(x: -90, y: 6.5), Point(x: 90, y: 6.5)]))
    ]
    let corners = [(0.0, -34.0), (4, -34), (4, -29), (0, -29)].map { Point(x: $0.0, y: $0.1) }
    settlement.houses = [House(reference: .init(), footprint: [try Polygon(corners: corners)])]
    let report = try Checker(book: TestBook.thailand).check(CheckedLayout(settlement: settlement))
    #expect(abs((report.setbacks[0].distanceMetres ?? .nan) - 4) < 1e-9)
    #expect(report.findings.first?.legalLine == .drawnEdge)
  }

  @Test func aPointIsWeakerEvidence() throws {
    var settlement = Settlement()
    settlement.canals = [Case.area(width: 25)]
    settlement.houses = [House(reference: .init(), point: Point(x: 0, y: 4))]
    let report = try Checker(book: TestBook.thailand).check(CheckedLayout(settlement: settlement))
    #expect(report.findings.first?.verdict == .breach)
    #expect(report.findings.first?.message.contains("point") == true)
  }

  @Test func theWorstCanalCountsAndAllAreListedOnRequest() throws {
    var settlement = Settlement()
    var second = Case.area(width: 25)
    second.reference.index = 3
    second.name = "other"
    second.area = [
      try Polygon(
        corners: [(-100.0, 12.0), (100, 12), (100, 40), (-100, 40)].map { Point(x: $0.0, y: $0.1) })
    ]
    settlement.canals = [Case.area(width: 25), second]
    let corners = [(0.0, 5.0), (4, 5), (4, 10), (0, 10)].map { Point(x: $0.0, y: $0.1) }
    settlement.houses = [House(reference: .init(), footprint: [try Polygon(corners: corners)])]
    var checker = Checker(book: TestBook.thailand)
    #expect(try checker.check(CheckedLayout(settlement: settlement)).findings.map(\.canal) == ["other"])
    checker.listsAllCanals = true
    #expect(try checker.check(CheckedLayout(settlement: settlement)).findings.count == 2)
  }
}
