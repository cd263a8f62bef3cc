import TestSupport
import Testing

@testable import Cooperative

/// Rosters with faults put in at known places: each is listed, and no row is lost.
@Suite struct FaultyRosterTests {
  private struct Planted: Hashable {
    var row: Int?
    var column: String?
  }

  private static let heading = RosterColumn.allCases.map(\.rawValue)

  private static func place(_ column: RosterColumn) -> Int { heading.firstIndex(of: column.rawValue) ?? 0 }

  /// A sound table, and what is wrong with it after some cells were spoiled.
  private static func spoiled(_ draw: inout SplitMix64) -> (cells: [[String]], faults: Set<Planted>) {
    let rows = Int(draw.next() % 30) + 3
    var cells = (1...rows).map { number -> [String] in
      var row = Array(repeating: "", count: heading.count)
      row[place(.household)] = "H\(number)"
      row[place(.house)] = "9/\(number)"
      row[place(.people)] = "\(draw.next() % 9)"
      row[place(.tenure)] = ["owner", "sharer", "renter", "เช่า"][Int(draw.next() % 4)]
      row[place(.income)] = "\(draw.next() % 50_000)"
      return row
    }
    var faults: Set<Planted> = []
    // One fault a row, so that none hides another.
    for index in cells.indices where draw.next() % 3 == 0 {
      let spoils: [(RosterColumn, String)] = [
        (.house, ""), (.household, "Somchai Jaidee"), (.people, "many"), (.people, "-1"), (.people, "1e9"),
        (.tenure, "king"), (.needs, "shop;gold"), (.income, "12.345"), (.income, "-5"), (.savings, "NaN"),
        (.debt, "9999999999999999999999999999"), (.kin, "H\(index + 1)"), (.kin, "H999"), (.savings, "=1+1"),
        (.people, "99999999999999999999"), (.needs, "\u{202E}"), (.income, "1,00"),
      ]
      let (column, text) = spoils[Int(draw.next() % UInt64(spoils.count))]
      cells[index][place(column)] = text
      faults.insert(Planted(row: index + 2, column: column.rawValue))
    }
    if draw.next() % 4 == 0 {
      // A double: the code of the row before it.
      let index = Int(draw.next() % UInt64(rows - 1)) + 1
      let isFree = !faults.contains { $0.row == index + 2 || $0.row == index + 1 }
      if isFree {
        cells[index][place(.household)] = cells[index - 1][place(.household)]
        faults.insert(Planted(row: index + 2, column: "household"))
      }
    }
    return (cells, faults)
  }

  @Test(arguments: 0..<5000) func everyFaultIsListed(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let (cells, faults) = Self.spoiled(&draw)
    let text = ([Self.heading] + cells).map(Self.line).joined()
    let roster = Roster(csv: Array(text.utf8))
    #expect(roster.households.count == cells.count)
    let found = Set(roster.faults.map { Planted(row: $0.row, column: $0.column) })
    // A code that was spoiled leaves those without a row who name it as kin.
    #expect(faults.isSubset(of: found), "seed \(seed): \(faults.subtracting(found)) not found")
    let strangers = found.subtracting(faults).filter { $0.column != "kin" }
    #expect(strangers.isEmpty, "seed \(seed): \(strangers) not planted")
    for fault in roster.faults {
      #expect(!fault.problem.contains("Somchai") && !fault.remedy.contains("Somchai"))
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { $0.contains(",") || $0.contains(";") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
  }

  /// Bytes that are no table at all: nothing crashes.
  @Test(arguments: 0..<500) func noise(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let marks: [UInt8] = [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09, 0xE0, 0xFF, 0x31, 0x61]
    let bytes = (0..<Int(draw.next() % 400)).map { _ -> UInt8 in
      draw.next() % 2 == 0 ? marks[Int(draw.next() % UInt64(marks.count))] : UInt8(draw.next() % 256)
    }
    #expect(!Roster(csv: bytes).isSound)
    let headed = Array("house,people\n".utf8) + bytes
    _ = Roster(csv: headed).csv()
  }

  @Test(arguments: [
    ("nothing", "", "empty"), ("no house", "people\n3\n", "column is missing"),
    ("heading unknown", "house,colour\n1,red\n", "heading of column B is not known"),
    ("heading twice", "house,บ้าน\n1,2\n", "two columns mean the same"),
    ("no heading", "house,\n1,x\n", "column B has no heading"),
    ("cell too many", "house\n1,2\n", "behind the last column"),
    ("house twice without a code", "house\n1\n1\n", "several rows name this house"),
    ("plot twice", "house,plot\n1,7\n2,7\n", "row 2 has this plot already"),
    ("fixed and forbidden", "house,plot,not_plots\n1,7,7\n", "forbids the plot"),
    ("open quotation", "house,name\n1,\"x\n2,y\n", "never closed"),
  ])
  func wholeTable(name: String, text: String, problem: String) {
    let roster = Roster(csv: Array(text.utf8))
    #expect(roster.faults.contains { $0.problem.contains(problem) }, "\(name): \(roster.faults)")
    #expect(!roster.isSound)
  }

  @Test func notUTF8() {
    let roster = Roster(csv: Array("house,name\n1,".utf8) + [0xA1, 0xB2] + Array("\n".utf8))
    #expect(roster.faults.map(\.problem) == ["not written in UTF-8"])
    #expect(roster.faults.first?.row == 2 && roster.faults.first?.column == "name")
    #expect(roster.households.count == 1)
  }
}
