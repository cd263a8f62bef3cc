import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// Who lives where, on the invented settlement Bang Bua.
@Suite(.serialized) struct AllocateCommandTests: Allocating {
  static let plan = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
  static let roster = (PlanAndCheckTests.samples + "bang-bua/households.csv").path

  @Test(arguments: ["nearby", "ballot", "group-ballot"]) func seatsEverybody(method: String) throws {
    try withTemporaryFolder { folder in
      let words = [Self.plan, "--households", Self.roster, "--method", method, "--seed", "4711"]
      let (plan, record, list) = (folder + "seated.geojson", folder + "record.json", folder + "list.csv")
      let files = ["-o", plan.path, "--record", record.path, "--list", list.path]
      let made = allocate(words + files, in: folder)
      #expect(made.code == .done, "\(made.talk)")
      let root = try json(plan)
      let plots = (root["features"]?.array ?? []).compactMap { feature -> String? in
        guard feature["properties"]?["kind"]?.string == "plot" else { return nil }
        return feature["properties"]?["household"]?.string
      }
      #expect(plots.count == 197 && Set(plots).count == 197)
      let rows = root["klong"]?["allocation"]?["households"]?.array ?? []
      #expect(rows.count == 197)
      #expect(rows.allSatisfy { $0["plot"]?.string != nil && $0["neighbours_after"]?.array?.count == 4 })
      let bytes = try [plan, record, list].map { try Data(contentsOf: $0) }
      // Again, from a roster in another order: the same record, the same seats.
      let shuffled = folder + "shuffled.csv"
      try reversedRoster().write(to: shuffled, atomically: true, encoding: .utf8)
      _ = allocate([Self.plan, "--households", shuffled.path] + words.dropFirst(3) + files, in: folder)
      #expect(try Data(contentsOf: record) == bytes[1] && Data(contentsOf: list) == bytes[2])
      _ = allocate(words + files, in: folder)
      #expect(try [plan, record, list].map { try Data(contentsOf: $0) } == bytes)
      #expect(allocate(["--verify", record.path], in: folder).code == .done)
      #expect(allocate(words + ["--verify", record.path], in: folder).code == .done)
      // The record says how it was asked for.
      let bare = [Self.plan, "--households", Self.roster, "--verify", record.path]
      let repeated = allocate(bare, in: folder)
      #expect(repeated.code == .done && repeated.data.contains("from plan and roster"), "\(repeated.talk)")
      #expect(allocate(bare + ["--seed", "4712"], in: folder).code == .findings)
      #expect(
        allocate(bare + ["--method", method == "ballot" ? "nearby" : "ballot"], in: folder).code == .findings)
      #expect(allocate(words.dropLast() + ["4712", "--verify", record.path], in: folder).code == .findings)
      // What stands in the plan is still the plan.
      #expect(run(["check", plan.path], CapturedConsole().console()) == .done)
    }
  }

  /// Of a plan with phases: who leaves, waits and moves in when; one who is forgotten stands in none of it.
  @Test func whoWaitsWhileItIsBuilt() throws {
    try withTemporaryFolder { folder in
      let (phased, seated) = (folder + "phased.geojson", folder + "seated.geojson")
      let list = folder + "list.csv"
      let settlement = (PlanAndCheckTests.samples + "bang-bua/settlement.geojson").path
      #expect(
        run(
          ["plan", settlement, "--phases", "--transit", "40", "-o", phased.path], CapturedConsole().console())
          == .done)
      let words = [phased.path, "--households", Self.roster, "-o", seated.path, "--list", list.path]
      #expect(allocate(words, in: folder).code == .done)
      let chapter = try json(seated)["klong"]?["allocation"]
      let phases = chapter?["phases"]?.array ?? []
      func codes(_ phase: JSONValue, _ name: String) -> Set<String> {
        Set((phase[name]?.array ?? []).compactMap(\.string))
      }
      #expect(phases.count > 3)
      #expect(phases.compactMap { $0["phase"]?.int } == phases.compactMap { $0["phase"]?.int }.sorted())
      // Everybody moves in once, and whoever leaves waits until then.
      #expect(phases.flatMap { codes($0, "moving_in") }.count == 197)
      var waiting: Set<String> = []
      for phase in phases {
        waiting.formUnion(codes(phase, "leaving").intersection(codes(phase, "in_temporary_homes")))
        #expect(codes(phase, "in_temporary_homes") == waiting)
        waiting.subtract(codes(phase, "moving_in"))
      }
      #expect(waiting.isEmpty)
      let peak = phases.map { codes($0, "in_temporary_homes").count }.max()
      #expect(chapter?["measures"]?["phases"]?["waiting_peak"]?.int == peak)
      // Each waits in one temporary home, nobody else in it meanwhile, and there are as few as ever are in use.
      var stays: [Int: [ClosedRange<Int>]] = [:]
      for row in chapter?["households"]?.array ?? [] {
        let home = row["temporary_home"]?.int
        #expect((home != nil) == ((row["waits"]?.int ?? 0) > 0))
        guard let home, let from = row["leaves"]?.int, let to = row["ready"]?.int else { continue }
        #expect((stays[home] ?? []).allSatisfy { !$0.overlaps(from...to) })
        stays[home, default: []].append(from...to)
      }
      #expect(stays.keys.sorted() == Array(1...(peak ?? 0)))
      let heading = try String(contentsOf: list, encoding: .utf8).prefix { $0 != "\r\n" }
      #expect(heading.hasSuffix(",leaves,ready,waits,temporary_home"))

      #expect(run(["roster", "forget", "H017", seated.path], CapturedConsole().console()) == .done)
      #expect(try !String(contentsOf: seated, encoding: .utf8).contains("\"H017\""))
    }
  }

  /// More households than plots: they are named first, everywhere.
  @Test func thoseWithoutAPlotAreNamedFirst() throws {
    try withTemporaryFolder { folder in
      let rows = (1...230).map { "H\($0),501/\(min($0, 190)),\($0 > 100 ? "renter" : "owner")" }
      try (["household,house,tenure"] + rows).joined(separator: "\n")
        .write(to: folder + "many.csv", atomically: true, encoding: .utf8)
      let (plan, record, list) = (folder + "p.geojson", folder + "r.json", folder + "l.csv")
      let made = allocate(
        [
          Self.plan, "--households", (folder + "many.csv").path, "-o", plan.path, "--record", record.path,
          "--list", list.path,
        ], in: folder)
      #expect(made.code == .findings)
      #expect(made.talk.hasPrefix("klong: warning: 18 households without a plot: H"))
      #expect(made.talk.contains("one lot for each, whatever its tenure"))
      let chapter = try #require(try json(plan)["klong"]?["allocation"])
      let told = chapter["without_plot"]?.array?.compactMap(\.string) ?? []
      #expect(told.count == 18)
      let first = try String(contentsOf: list, encoding: .utf8).split(separator: "\r\n").dropFirst().prefix(
        18)
      #expect(first.map { String($0.prefix { $0 != "," }) } == told)
      #expect(try json(record)["without_plot"] == chapter["without_plot"])
      #expect(allocate(["--verify", record.path], in: folder).code == .done)
    }
  }

  @Test func faultsAreListedAndNothingIsWritten() throws {
    try withTemporaryFolder { folder in
      let text = "house,people,colour\n501/1,Kanaree,\n999,3,\n501/1,2,\n"
      try text.write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      let output = folder + "p.geojson"
      let made = allocate(
        [Self.plan, "--households", (folder + "roster.csv").path, "-o", output.path], in: folder)
      #expect(made.code == .invalidInput)
      for part in [
        ":1: the heading of column C", ":2: people: ", ":2: household: ", ":3: house: ", ":4: household: ",
      ] {
        #expect(made.talk.contains("roster.csv" + part), "\(part) in \(made.talk)")
      }
      #expect(!made.talk.contains("Kanaree"))
      #expect(!FileManager.default.fileExists(atPath: output.path))
    }
  }

  @Test(arguments: [
    ([plan], ExitCode.usage, "--households is missing"), ([], .usage, "no plan"),
    ([plan, "--households", roster, "--method", "hand"], .usage, "--agreed"),
    ([plan, "--households", roster, "--complete"], .usage, "--method hand"),
    ([plan, "--households", roster, "--method", "ballot", "--max-move", "5"], .usage, "does not bear on"),
    ([plan, "--households", roster, "--group-size", "4"], .usage, "group-ballot"),
    ([plan, "--households", roster, "--commit", "abc"], .usage, "--secret"),
    ([PlanAndCheckTests.first, "--households", roster], .invalidInput, "no plot"),
    (["--verify", roster], .invalidInput, "not a JSON value"),
    (["--verify", "/nowhere"], .invalidInput, "no such file"),
  ])
  func refuses(words: [String], code: ExitCode, text: String) throws {
    try withTemporaryFolder { folder in
      let made = allocate(words, in: folder)
      #expect(made.code == code && made.talk.contains(text), "\(made.talk)")
    }
  }
}
