import Foundation
import JSON
import Testing

@testable import KlongCLI

@Suite(.serialized) struct RecordsCommandTests {
  private func run(_ words: [String]) -> (code: ExitCode, data: String, talk: String) {
    let captured = CapturedConsole()
    let code = KlongCLI.run(words, captured.console())
    return (code, captured.stdout, captured.stderr)
  }

  @Test func everyFormSaysTheSame() throws {
    try withTemporaryFolder { folder in
      let (plan, first) = ((folder + "seated.geojson").path, (folder + "first.json").path)
      let roster = AllocateCommandTests.roster
      #expect(run(["allocate", AllocateCommandTests.plan, "--households", roster, "-o", plan]).code == .done)
      let made = run(["records", plan, "--households", roster, "--date", "2026-12-01", "-o", first])
      #expect(made.code == .done && made.talk.contains("197 dwellings, 197 members"), "\(made.talk)")
      let text = try String(contentsOfFile: first, encoding: .utf8)
      #expect(text.contains("MR 55 (B.E. 2543), clause 42"))
      let (map, tables) = ((folder + "map.geojson").path, folder + "tables")
      try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
      #expect(run(["records", "--from", first, "--format", "csv", "-o", tables.path]).code == .done)
      #expect(run(["records", "--from", tables.path + "/", "--format", "geojson", "-o", map]).code == .done)
      #expect(run(["records", "--from", map]).data == text)
      #expect(run(["records", "--from", tables.path]).data == text)
      let mode = try FileManager.default.attributesOfItem(atPath: first)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      // Nothing personal but codes; an outsider gets nothing, and nothing is written.
      #expect(!text.contains("income") && !text.contains("elder"))
      let next = folder + "next.json"
      let words = ["records", "--from", first, "--date", "2027-01-01", "-o", next.path]
      #expect(run(words + ["--transfer", "1=X99"]).code == .findings)
      #expect(!FileManager.default.fileExists(atPath: next.path))
      let early = run(["records", "--from", first, "--date", "2026-11-30", "--return", "1", "-o", next.path])
      #expect(early.code == .invalidInput && early.talk.contains("2026-12-01"), "\(early.talk)")
      let both = run(["records", plan, "--from", first])
      #expect(both.code == .usage && both.talk.contains("--from"), "\(both.talk)")
      #expect(run(words + ["--inherit", "1=X99"]).code == .done)
      #expect(run(["inspect", map]).code == .done)
    }
  }

  /// Names are written on only where that is asked for, and only into files of their own.
  @Test func namesAreAskedForEachTime() throws {
    try withTemporaryFolder { folder in
      let roster = folder + "roster.csv"
      try "household,house,name\nH1,501/1,Kanaree\nH2,501/2,\n".write(
        to: roster, atomically: true, encoding: .utf8)
      let (plan, first, next) = ((folder + "p.geojson").path, folder + "first.json", folder + "next.json")
      _ = run(["allocate", AllocateCommandTests.plan, "--households", roster.path, "-o", plan])
      let words = ["records", plan, "--households", roster.path, "--date", "2026-12-01", "--names"]
      #expect(run(words).code == .usage)
      try Data("old".utf8).write(to: first)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: first.path)
      #expect(run(words + ["-o", first.path]).code == .done)
      func holds(_ file: URL) throws -> Bool {
        try String(contentsOf: file, encoding: .utf8).contains("Kanaree")
      }
      let mode = try FileManager.default.attributesOfItem(atPath: first.path)[.posixPermissions] as? Int
      #expect(try mode == 0o600 && holds(first))
      for (names, format) in [(true, "json"), (false, "json"), (false, "geojson")] {
        let made = run(
          ["records", "--from", first.path, "--format", format, "-o", next.path] + (names ? ["--names"] : []))
        #expect(made.code == .done && made.talk.contains("1 name left out") != names, "\(made.talk)")
        #expect(try holds(next) == names)
      }
    }
  }

  @Test(arguments: [
    (["records"], ExitCode.usage, "no plan"),
    (["records", AllocateCommandTests.plan], .usage, "--date"),
    (["records", AllocateCommandTests.plan, "--date", "2026-12-01"], .invalidInput, "seat people first"),
    (["records", "--from", AllocateCommandTests.plan], .invalidInput, "no tenure records"),
    (["records", AllocateCommandTests.plan, "--date", "2026-02-31"], .usage, "not a day"),
    (["records", AllocateCommandTests.roster, "--date", "2026-12-01"], .invalidInput, "this is a table"),
    (["records", "--from", AllocateCommandTests.roster], .invalidInput, "what klong records wrote"),
    (["records", AllocateCommandTests.plan, "--return", "3"], .usage, "--from"),
    (["records", "--from", "x", "--return", "3", "--transfer", "1=H2"], .usage, "at once"),
  ])
  func refuses(words: [String], code: ExitCode, text: String) {
    let made = run(words)
    #expect(made.code == code && made.talk.contains(text), "\(made.talk)")
  }
}
