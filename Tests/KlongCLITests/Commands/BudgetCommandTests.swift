import Foundation
import JSON
import Testing

@testable import KlongCLI

@Suite struct BudgetCommandTests {
  static let plan = AllocateCommandTests.plan
  static let roster = AllocateCommandTests.roster

  private func budget(_ words: [String]) -> (code: ExitCode, data: String, talk: String) {
    let captured = CapturedConsole()
    let code = run(["budget"] + words, captured.console())
    return (code, captured.stdout, captured.stderr)
  }

  /// Into a file that everybody could read: whoever is in it is not to be read by everybody.
  private func written(_ words: [String]) throws -> (code: ExitCode, data: String) {
    try withTemporaryFolder { folder in
      let file = folder + "report"
      try Data("old".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
      let made = budget(words + ["-o", file.path])
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600 && made.data.isEmpty)
      return (made.code, try String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test func sumsAreThoseOfTheirParts() throws {
    let words = [
      Self.plan, "--households", Self.roster, "--costs", "example-invented", "--fill-depth", "0.4",
    ]
    let made = try written(words + ["--format", "json", "--money"])
    #expect(made.code == .findings)
    #expect(try made.data == written(words + ["--format", "json", "--money"]).data)
    let root = try JSONDocument(parsing: Array(made.data.utf8)).value
    func satang(_ value: JSONValue?) -> Int { Int((value?.string ?? "").replacing(".", with: "")) ?? .min }
    let costs = root["costs"]?.array ?? []
    #expect(costs.reduce(0) { $0 + satang($1["cost"]) } == satang(root["sums"]?["cost"]))
    let each = root["each"]?.array ?? []
    #expect(each.count == 197)
    #expect(each.reduce(0) { $0 + satang($1["loan"]) } == satang(root["sums"]?["loans"]))
    let sources = ["works_subsidy", "house_subsidy", "savings", "loans"]
    #expect(sources.reduce(0) { $0 + satang(root["sums"]?[$1]) } == satang(root["sums"]?["cost"]))
    // Each quantity is what geometry says: the whole site raised by 0.4 m.
    let fill = costs.first { $0["quantity"]?.string == "fill_m3" }?["amount"]?.double ?? 0
    #expect(abs(fill - 11_510 * 0.4) < 5)
  }

  @Test func theInventedBookSaysSo() {
    let made = budget([Self.plan, "--costs", "example-invented"])
    #expect(made.code == .done)
    #expect(made.data.hasPrefix("INVENTED FIGURES."))
    let facts = budget([Self.plan])
    #expect(facts.data.contains("no price is filled in"))
    #expect(facts.data.contains("[S60]") && !facts.data.contains("INVENTED"))
    #expect(budget([Self.plan, "--price", "house=180000"]).data.contains("the command line"))
  }

  /// Money of single households comes out with --money alone, and of fewer than five households not at all.
  @Test func moneyStays() throws {
    try withTemporaryFolder { folder in
      let rows = (1...190).map { "H\($0),501/\($0),Kanaree,23456.78,\($0 == 7 ? "34567.89" : "0"),1234.56" }
      try (["household,house,name,income,savings,debt"] + rows).joined(separator: "\n")
        .write(to: folder + "r.csv", atomically: true, encoding: .utf8)
      let words = [Self.plan, "--households", (folder + "r.csv").path, "--costs", "example-invented"]
      for format in ["text", "json"] {
        let made = budget(words + ["--format", format])
        for canary in ["Kanaree", "23456", "23,456", "1234.56", "1,234.56", "H7"] {
          #expect(!made.data.contains(canary) && !made.talk.contains(canary), "\(canary) in \(format)")
        }
      }
      let table = try written(words + ["--format", "csv", "--money"])
      #expect(table.data.split(separator: "\r\n").count == 191)
      #expect(table.data.contains("H7,,") && !table.data.contains("Kanaree"))
      #expect(budget(words + ["--format", "csv"]).code == .usage)
      let few = (1...190).map { "H\($0),501/\($0),,\($0 < 4 ? 2 : 0),23456.78,34567.89" }
      try (["household,house,name,people,income,savings"] + few).joined(separator: "\n")
        .write(to: folder + "r.csv", atomically: true, encoding: .utf8)
      for format in ["text", "json"] {
        let made = budget(words + ["--format", format])
        #expect(!made.data.contains("34567") && !made.data.contains("34,567") && !made.data.contains("103"))
      }
    }
  }

  @Test func ledgerInPlaceOfTheRoster() throws {
    try withTemporaryFolder { folder in
      let rows = (1...197).map { number in
        let code = "H" + String(repeating: "0", count: 3 - String(number).count) + String(number)
        return "2026-0\(number % 6 + 1)-15,\(code),2000"
      }
      try (["date,household,amount"] + rows).joined(separator: "\n")
        .write(to: folder + "ledger.csv", atomically: true, encoding: .utf8)
      let words = [Self.plan, "--households", Self.roster, "--costs", "example-invented"]
      let made = budget(words + ["--savings", (folder + "ledger.csv").path])
      #expect(made.data.contains("394,000.00 saved") && made.data.contains("at the pace of the ledger"))
      try "date,household,amount\n2026-01-01,H999,5\n".write(
        to: folder + "ledger.csv", atomically: true, encoding: .utf8)
      let bad = budget(words + ["--savings", (folder + "ledger.csv").path])
      #expect(bad.code == .invalidInput && bad.talk.contains("ledger.csv:2: household"))
    }
  }

  @Test func aBookOfOnesOwn() throws {
    try withTemporaryFolder { folder in
      let shown = budget(["--costs", "codi-2010", "--show"])
      let file = folder + "our.json"
      try shown.data.replacing("\"price\": null", with: "\"price\": \"100.00\"")
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(budget([Self.plan, "--costs", file.path]).data.contains("paved lane: 1,334.92 m² at 100.00"))
      try shown.data.replacing("\"25000.00\"", with: "\"lots\"").write(
        to: file, atomically: true, encoding: .utf8)
      let made = budget([Self.plan, "--costs", file.path])
      #expect(made.code == .invalidInput && made.talk.contains("subsidies[2].per_household"))
    }
  }

  @Test(arguments: [
    ([], ExitCode.usage, "no plan"),
    ([plan, "--costs", "nobody"], .invalidInput, "no cost book of this name inside klong: nobody"),
    ([plan, "--costs", roster], .invalidInput, "klong budget --show"),
    ([roster], .invalidInput, "this is a table"),
    ([plan, "--money"], .done, "changes nothing in a text"),
    ([plan, "--money", "--format", "csv"], .usage, "only into a file"),
    ([plan, "--money", "--format", "json", "-o", "/dev/stdout"], .usage, "only into a file"),
    ([plan, "--rate", "x"], .usage, "not a percentage"), ([plan, "--rent", "-1"], .usage, "not an amount"),
    ([plan, "--price", "gold=3"], .usage, "no such price"),
    ([plan, "--price", "house"], .usage, "not a price"),
    ([plan, "--savings", "x.csv"], .usage, "--households"),
    ([PlanAndCheckTests.first], .invalidInput, "no plot"),
  ])
  func refuses(words: [String], code: ExitCode, text: String) {
    let made = budget(words)
    #expect(made.code == code && made.talk.contains(text), "\(made.talk)")
  }
}
