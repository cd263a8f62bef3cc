import Compliance
import Geometry
import Settlement
import Testing

/// Houses counted at many widths, against a check at each width.
@Suite struct WidthTableTests {
  /// Khlong Lat Phrao, 25 m, 32 m and 38 m wide one after another: a house every 2 m from the centre line.
  private static func settlement() throws -> Settlement {
    var settlement = Settlement()
    settlement.canals = [
      Canal(
        reference: .init(), name: "Lat Phrao",
        centreline: [try LineString([Point(x: 0, y: 0), Point(x: 1000, y: 0)])], widthMetres: 25)
    ]
    settlement.houses = try (0..<20).map { number in
      let (x, y) = (20 + Double(number) * 40, 6 + Double(number) * 2)
      let corners = [
        Point(x: x, y: y), Point(x: x + 4, y: y), Point(x: x + 4, y: y + 6), Point(x: x, y: y + 6),
      ]
      return House(reference: .init(index: number), footprint: [try Polygon(corners: corners)])
    }
    return settlement
  }

  @Test func agreesWithACheckAtEachWidth() throws {
    let settlement = try Self.settlement()
    let checker = Checker(book: TestBook.thailand)
    let widths = [4, 9.5, 10, 25, 32, 38, 60.0]
    let table = WidthTable(of: settlement, widths: widths, checker: checker)
    #expect(table.buildings == 20)
    #expect(table.withoutWidth.isEmpty)
    var before: Set<Int> = []
    for (row, width) in zip(table.rows, widths) {
      var wider = settlement
      wider.canals[0].widthMetres = width
      let judged = try checker.check(CheckedLayout(settlement: wider)).setbacks.filter {
        $0.verdict == .breach
      }
      let now = Set(judged.map(\.feature.index))
      #expect(row.affected == now.count, "\(width) m")
      #expect(row.overWater == judged.count(where: \.isOverWater), "\(width) m")
      #expect(row.newly == now.subtracting(before).count, "\(width) m")
      before = now
    }
    // By hand: walls from 6 m on, a step of 2 m; 12.5 + 6, 16 + 6 and 19 + 6 m from the centre line.
    #expect(table.rows[3...5].map(\.affected) == [7, 8, 10])
    #expect(table.rows[3...5].map(\.overWater) == [4, 5, 7])
  }

  /// An area grows from the width that is stated of it; over the drawn water only the growth may be negative.
  @Test func anAreaGrowsFromItsWidth() throws {
    var settlement = try Self.settlement()
    let bank = [(0.0, -12.5), (1000, -12.5), (1000, 12.5), (0, 12.5)].map { Point(x: $0.0, y: $0.1) }
    settlement.canals[0].centreline = []
    settlement.canals[0].area = [try Polygon(corners: bank)]
    let checker = Checker(book: TestBook.thailand)
    let table = WidthTable(of: settlement, widths: [20, 25, 32, 38], checker: checker)
    #expect(table.rows.map(\.affected) == [5, 7, 8, 10])
    #expect(table.rows.map(\.overWater) == [2, 4, 5, 7])
    settlement.canals[0].widthMetres = nil
    #expect(WidthTable(of: settlement, widths: [38], checker: checker).withoutWidth.count == 1)
  }
}
