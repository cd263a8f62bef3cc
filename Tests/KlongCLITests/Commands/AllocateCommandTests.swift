import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// Who lives where, on the invented settlement Bang Bua.
@Suite(.serialized) struct AllocateCommandTests {
  static let plan = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
  static let roster = (PlanAndCheckTests.samples + "bang-bua/households.csv").path

  private func allocate(_ words: [String], in folder: URL) -> (code: ExitCode, talk: String, data: String) {
    let captured = CapturedConsole()
    let code = run(["allocate"] + words, captured.console())
    return (code, captured.stderr, captured.stdout)
  }

  private func json(_ file: URL) throws -> JSONValue {
    try JSONDocument(parsing: Array(Data(contentsOf: file))).value
  }

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
      #expect(try String(contentsOf: list, encoding: .utf8).contains(",leaves,ready,waits\r\n"))

      #expect(run(["roster", "forget", "H017", seated.path], CapturedConsole().console()) == .done)
      #expect(try !String(contentsOf: seated, encoding: .utf8).contains("\"H017\""))
    }
  }

  private func reversedRoster() throws -> String {
    let lines = try String(contentsOfFile: Self.roster, encoding: .utf8).components(separatedBy: "\r\n")
    return ([lines[0]] + lines.dropFirst().filter { !$0.isEmpty }.reversed()).joined(separator: "\r\n")
  }

  /// Every bit of a record is part of what it proves.
  @Test func aRecordWithAChangedBitIsRefused() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let words = [
        Self.plan, "--households", Self.roster, "--method", "group-ballot", "--record", record.path,
      ]
      #expect(allocate(words, in: folder).code == .done)
      let bytes = [UInt8](try Data(contentsOf: record))
      for place in stride(from: 0, to: bytes.count, by: bytes.count / 150) {
        var changed = bytes
        changed[place] ^= UInt8(1) << UInt8(place % 7)
        let file = folder + "changed.json"
        try Data(changed).write(to: file)
        let code = allocate(["--verify", file.path], in: folder).code
        #expect([.findings, .invalidInput].contains(code), "byte \(place)")
      }
    }
  }

  /// A record proves roster and plan too: a bit of either, and it fits no longer.
  ///
  /// Names and money are no part of a draw, so the roster here has none; a bit that changes no letter of what a draw
  /// depends on, such as one of a heading's case, changes no record.
  @Test(arguments: [UInt64(1), 2])
  func aRosterOrPlanWithAChangedBitIsRefused(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let rows = (1...40).map {
        "H\($0),501/\($0),\($0 % 3 + 1),\($0 % 2 == 0 ? "owner" : "renter"),G\($0 % 4)"
      }
      let text = (["household,house,people,tenure,group"] + rows).joined(separator: "\n") + "\n"
      let (roster, plan, record) = (folder + "roster.csv", folder + "plan.geojson", folder + "record.json")
      let files = [
        roster: Array(text.utf8), plan: [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.plan))),
      ]
      for (file, bytes) in files { try Data(bytes).write(to: file) }
      let words = [plan.path, "--households", roster.path, "--method", "ballot", "--seed", "5"]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let verify = words + ["--verify", record.path]
      #expect(allocate(verify, in: folder).code == .done)
      let digest = try RosterFile(roster.path, options: IntakeOptions()).digest
      var random = SplitMix64(seed: seed)
      for file in [roster, plan] {
        let bytes = files[file] ?? []
        var refused = 0
        for _ in 0..<30 {
          let (place, bit) = (Int(random.next() % UInt64(bytes.count)), UInt8(random.next() % 8))
          var changed = bytes
          changed[place] ^= 1 << bit
          try Data(changed).write(to: file)
          let code = allocate(verify, in: folder).code
          let saysTheSame =
            file == roster && (try? RosterFile(file.path, options: IntakeOptions()).digest) == digest
          #expect(
            saysTheSame || [.findings, .invalidInput].contains(code), "bit \(bit) of byte \(place): \(code)")
          if code != .done { refused += 1 }
        }
        #expect(refused >= (file == plan ? 30 : 24), "\(refused) of 30 in \(file.lastPathComponent)")
        try Data(bytes).write(to: file)
      }
      #expect(allocate(verify, in: folder).code == .done)
    }
  }

  /// The draw again by other hands: a shell, `sha256sum` and `sort`.
  @Test func theShellDrawsTheSame() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let words = [Self.plan, "--households", Self.roster, "--method", "group-ballot", "--seed", "99"]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let root = try json(record)
      var (told, input) = ([String](), "")
      for group in root["groups"]?.array ?? [] {
        let households = group["households"]?.array?.compactMap(\.string) ?? []
        let plots = group["plots"]?.array?.compactMap(\.string) ?? []
        for household in households {
          told.append("\(household) \(root["seats"]?[household]?.string ?? "-")")
        }
        input += households.joined(separator: " ") + "|" + plots.joined(separator: " ") + "\n"
      }
      try input.write(to: folder + "groups", atomically: true, encoding: .utf8)
      let number = root["draw"]?["number"]?.string ?? ""
      let script = """
        sha() { printf '%s' "$1" | sha256sum | cut -d ' ' -f 1; }
        key=$(sha "klong-draw-1:-:-:\(number)")
        while IFS='|' read -r households plots; do
          for h in $households; do echo "$(sha "$key/$h") $h"; done | sort | cut -d ' ' -f 2 >order
          printf '%s\\n' $plots | paste -d ' ' order -
        done <groups
        """
      let outcome = try KlongProcess.shell(script, in: folder)
      #expect(told.count == 197)
      #expect(
        outcome.stdout.split(separator: "\n").map(String.init).sorted() == told.sorted(), "\(outcome.stderr)")
    }
  }

  /// The arithmetic that the record prints, where Python is at hand.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func thePrintedArithmeticDrawsTheSame() throws {
    try withTemporaryFolder { folder in
      let record = folder + "record.json"
      let roster = try String(contentsOfFile: Self.roster, encoding: .utf8)
        .replacing(
          ",,,,7000.00", with: ",,1;2;3;4;5,,7000.00")
      try roster.write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      let words = [Self.plan, "--households", (folder + "roster.csv").path, "--method", "ballot"]
      #expect(allocate(words + ["--record", record.path], in: folder).code == .done)
      let lines = try json(record)["arithmetic"]?.array?.compactMap(\.string) ?? []
      #expect(lines.count == 10)
      try lines.joined(separator: "\n").write(to: folder + "draw.py", atomically: true, encoding: .utf8)
      let outcome = try KlongProcess.shell("/usr/bin/python3 draw.py record.json", in: folder)
      let answers = outcome.stdout.split(separator: "\n")
      #expect(answers.count == 197 && answers.allSatisfy { $0.hasSuffix(" right") }, "\(outcome.stderr)")
    }
  }

  @Test func commitmentBeforeTheDraw() throws {
    try withTemporaryFolder { folder in
      let secret = folder + "secret.txt"
      try "rain on the tin roof\n".write(to: secret, atomically: true, encoding: .utf8)
      let words = [Self.plan, "--households", Self.roster, "--method", "ballot", "--secret", secret.path]
      let commitment = allocate(words, in: folder).data.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(commitment.count == 64)
      let record = folder + "record.json"
      let drawn = words + ["--commit", commitment, "--seed", "271828", "--record", record.path]
      #expect(allocate(drawn, in: folder).code == .done)
      #expect(allocate(["--verify", record.path], in: folder).code == .done)
      // Another secret, method or commitment does not fit.
      try "rain on the tin roofs\n".write(to: secret, atomically: true, encoding: .utf8)
      #expect(allocate(drawn, in: folder).code == .invalidInput)
      #expect(allocate(words + ["--commit", commitment], in: folder).code == .usage)
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

  /// Canaries in every personal cell: they come out only where --names asks for them, and in nobody's talk.
  @Test func personalDataStays() throws {
    try withTemporaryFolder { folder in
      let canaries = ["Kanaree", "wheelchair", "quiet", "123123", "456456", "789789"]
      let rows =
        ["H1,501/1,Kanaree Phisut,wheelchair;quiet,123123,456456,789789"]
        + (2...190).map { "H\($0),501/\($0),,,,," }
      let text = (["household,house,name,needs,income,savings,debt"] + rows).joined(separator: "\n")
      try text.write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      for (names, method) in [([], "nearby"), ([], "group-ballot"), (["--names"], "nearby")] {
        let outputs = ["p.geojson", "r.json", "l.csv"].map { folder + $0 }
        // Others may read what was there before; they shall not read names.
        if !names.isEmpty {
          for output in [outputs[0], outputs[2]] {
            try Data("old".utf8).write(to: output)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: output.path)
          }
        }
        let made = allocate(
          [
            Self.plan, "--households", (folder + "roster.csv").path, "--method", method, "-o",
            outputs[0].path,
            "--record", outputs[1].path, "--list", outputs[2].path,
          ] + names, in: folder)
        #expect(made.code == .done)
        let texts = try outputs.map { try String(contentsOf: $0, encoding: .utf8) }
        // The names of needs stand there as headings of counts, which are not broken down.
        let written = texts.joined().replacing("\"wheelchair\": {", with: "").replacing(
          "\"quiet\": {", with: ""
        )
        .replacing("\"wheelchair\":{", with: "").replacing("\"quiet\":{", with: "")
        for canary in canaries {
          #expect(!made.talk.contains(canary), "\(canary) in the talk")
          if names.isEmpty { #expect(!written.contains(canary), "\(canary) in a file") }
          // Money never leaves klong allocate.
          if Int(canary) != nil { #expect(!written.contains(canary)) }
        }
        if !names.isEmpty { #expect(texts[0].contains("Kanaree") && !texts[1].contains("Kanaree")) }
        for output in outputs {
          let mode = try FileManager.default.attributesOfItem(atPath: output.path)[.posixPermissions] as? Int
          #expect(mode == 0o600)
          try FileManager.default.removeItem(at: output)
        }
      }
    }
  }

  /// Nobody knows who reads standard output.
  @Test func namesGoIntoFilesAlone() throws {
    try withTemporaryFolder { folder in
      for output in [["-o", "-"], ["--list", "-"]] {
        let made = allocate([Self.plan, "--households", Self.roster, "--names"] + output, in: folder)
        #expect(made.code == .usage && made.data.isEmpty && made.talk.contains("only into a file"))
      }
      #expect(allocate([Self.plan, "--households", Self.roster, "--list", "-"], in: folder).code == .done)
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
