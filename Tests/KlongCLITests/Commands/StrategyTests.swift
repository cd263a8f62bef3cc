import Foundation
import JSON
import Testing

@testable import KlongCLI

/// The ways of upgrading, on the invented settlement Bang Bua.
@Suite(.serialized) struct StrategyTests {
  static let settlement = (PlanAndCheckTests.samples + "bang-bua/settlement.geojson").path

  private func strategy(_ words: [String]) throws -> (code: ExitCode, klong: JSONValue, features: [JSONValue])
  {
    try withTemporaryFolder { scratch in
      let plan = scratch + "plan.geojson"
      let code = run(["plan", Self.settlement, "-o", plan.path] + words, CapturedConsole().console())
      guard FileManager.default.fileExists(atPath: plan.path) else { return (code, .null, []) }
      let root = try JSONDocument(parsing: Array(Data(contentsOf: plan))).value
      return (code, try #require(root["klong"]), root["features"]?.array ?? [])
    }
  }

  @Test func phasesSendNobodyAway() throws {
    let made = try strategy(["--phases", "--transit", "40"])
    #expect(made.code == .done)
    let chapter = try #require(made.klong["strategy"])
    #expect(chapter["replay"]?["works"]?.bool == true)
    #expect(chapter["replay"]?["peak"]?.int == chapter["peak"]?.int)
    #expect((chapter["peak"]?.int ?? .max) * 4 < chapter["peak_all_at_once"]?.int ?? 0)
    let phases = made.features.filter { $0["properties"]?["kind"]?.string == "plot" }
      .compactMap { $0["properties"]?["phase"]?.int }
    #expect(phases.count == made.klong["measures"]?["plots"]?.int)
    #expect(Set(phases).count == chapter["phases"]?.array?.count)
  }

  @Test func tooFewTemporaryHomesAreToldOf() throws {
    let made = try strategy(["--phases", "--transit", "1"])
    #expect(made.code == .findings)
    #expect(made.klong["strategy"]?["replay"]?["faults"]?.array?.isEmpty == false)
  }

  @Test func landIsShared() throws {
    let made = try strategy(["--strategy", "land-sharing", "--share", "30", "--households", "100"])
    #expect(made.klong["check"]?["breaches"]?.int == 0)
    let bargains = made.klong["strategy"]?["bargains"]?.array ?? []
    #expect(bargains.count > 1)
    #expect(bargains.count { $0["chosen"]?.bool == true } == 1)
    #expect(bargains.allSatisfy { ($0["people_road_m"]?.double ?? 0) >= 4 })
    #expect(made.features.contains { $0["properties"]?["share"]?.string == "owner" })
  }

  /// However short the time, the strategies give the best plan so far, or say that there is none: never one that
  /// breaks rules because nothing was laid out.
  @Test(arguments: ["land-sharing", "on-site", "relocation"], ["0.1", "0.5", "1.5"])
  func shortTime(name: String, seconds: String) throws {
    let other = name == "relocation" ? ["--to", PlanAndCheckTests.first] : []
    let made = try strategy(["--strategy", name, "--deadline", seconds, "--households", "9"] + other)
    if made.code == .limit {
      #expect(made.features.isEmpty)
    } else {
      #expect([.done, .findings].contains(made.code))
      #expect((made.klong["measures"]?["plots"]?.int ?? 0) > 0)
      #expect(made.klong["check"]?["breaches"]?.int == 0)
    }
  }

  @Test func peopleMoveToAnotherSite() throws {
    let made = try strategy([
      "--strategy", "relocation", "--to", PlanAndCheckTests.first, "--households", "10",
    ])
    #expect(made.code == .done)
    #expect(made.klong["strategy"]?["moved"]?.int == 10)
    #expect((made.klong["strategy"]?["mean_move_m"]?.double ?? 0) > 100)
  }

  @Test func housesThatComplyStay() throws {
    let made = try strategy(["--strategy", "on-site", "--households", "5"])
    #expect(made.klong["check"]?["breaches"]?.int == 0)
    let chapter = try #require(made.klong["strategy"])
    let (staying, cut) = (chapter["houses_staying"]?.int ?? 0, chapter["houses_cut"]?.int ?? 0)
    #expect(staying + cut == 190)
    #expect(chapter["cut"]?.array?.count == cut)
    #expect(made.features.count { $0["properties"]?["locked"]?.bool == true } >= staying)
  }

  @Test(arguments: [
    (["--share", "30"], "land-sharing"),
    (["--transit", "3"], "--phases"), (["--strategy", "relocation"], "--to"),
    (["--strategy", "on-site", "--phases"], "reconstruction"),
  ])
  func refuses(words: [String], because text: String) {
    let captured = CapturedConsole()
    #expect(run(["plan", Self.settlement, "-o", "/dev/null"] + words, captured.console()) == .usage)
    #expect(captured.stderr.contains(text), "\(captured.stderr)")
  }
}
