import Foundation
import JSON
import Testing

@testable import KlongCLI

@Suite struct RosterCommandTests {
  private func roster(_ words: [String]) -> (code: ExitCode, data: String, talk: String) {
    let captured = CapturedConsole()
    let code = run(["roster"] + words, captured.console())
    return (code, captured.stdout, captured.stderr)
  }

  static let settlement = (PlanAndCheckTests.samples + "bang-bua/settlement.geojson").path

  @Test func theSampleIsSound() {
    let made = roster(["check", AllocateCommandTests.roster, Self.settlement])
    #expect(made.code == .done)
    #expect(made.data.contains("197 households in 190 houses"))
    #expect(made.data.contains("nothing is wrong"))
  }

  @Test func startsARosterThatIsSound() throws {
    try withTemporaryFolder { folder in
      let output = (folder + "new.csv").path
      #expect(roster(["new", Self.settlement, "-o", output]).code == .done)
      #expect(roster(["check", output, Self.settlement]).code == .done)
      // Somebody's work is never replaced.
      #expect(roster(["new", Self.settlement, "-o", output]).code == .usage)
    }
  }

  @Test func everyFaultAsJSON() throws {
    try withTemporaryFolder { folder in
      let file = folder + "bad.csv"
      try "house,people\n501/1,x\n501/2,3\n777,2\n".write(to: file, atomically: true, encoding: .utf8)
      let made = roster(["check", file.path, Self.settlement, "--format", "json"])
      #expect(made.code == .invalidInput)
      let root = try JSONDocument(parsing: Array(made.data.utf8)).value
      #expect(root["rows"]?.int == 3 && root["valid"]?.bool == false)
      let faults = root["faults"]?.array ?? []
      #expect(faults.count { $0["kind"]?.string == "wrong" } == 2)
      #expect(faults.count { $0["kind"]?.string == "missing" } == 188)
    }
  }

  @Test func aHouseThatIsForgottenIsAFinding() throws {
    try withTemporaryFolder { folder in
      let file = folder + "few.csv"
      try "house\n501/1\n".write(to: file, atomically: true, encoding: .utf8)
      let made = roster(["check", file.path, Self.settlement])
      #expect(made.code == .findings)
      #expect(made.talk.contains("no row tells of house 501/2"))
    }
  }

  @Test(arguments: [
    (["check"], "needs a roster"), (["new"], "needs a settlement"),
    (["forget", "H1"], "a household and files"), (["schema", "x"], "does not take"),
  ])
  func refuses(words: [String], text: String) {
    let made = roster(words)
    #expect(made.code == .usage && made.talk.contains(text), "\(made.talk)")
  }

  @Test func writesItsSchema() throws {
    let made = roster(["schema"])
    #expect(try JSONDocument(parsing: Array(made.data.utf8)).value["title"]?.string == "Roster of households")
  }

  /// One household out of every file: no code of it is left, and the files are still what they were.
  @Test func forgetsAHousehold() throws {
    try withTemporaryFolder { folder in
      let names = ["roster.csv", "seated.geojson", "list.csv", "records.json", "map.geojson"]
      let paths = names.map { (folder + $0).path }
      try FileManager.default.copyItem(atPath: AllocateCommandTests.roster, toPath: paths[0])
      let record = (folder + "draw.json").path
      func klong(_ words: [String]) -> ExitCode { run(words, CapturedConsole().console()) }
      #expect(
        klong([
          "allocate", AllocateCommandTests.plan, "--households", paths[0], "--method", "group-ballot", "-o",
          paths[1],
          "--list", paths[2], "--record", record,
        ]) == .done)
      #expect(
        klong(["records", paths[1], "--households", paths[0], "--date", "2026-12-01", "-o", paths[3]])
          == .done)
      #expect(klong(["records", "--from", paths[3], "--format", "geojson", "-o", paths[4]]) == .done)
      let made = roster(["forget", "H017"] + paths)
      #expect(made.code == .done, "\(made.talk)")
      for (path, name) in zip(paths, names) {
        #expect(made.data.contains("\(path): "), "\(name)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("H018") && !text.contains("H017"), "\(name)")
      }
      #expect(roster(["check", paths[0]]).code == .done)
      #expect(klong(["check", paths[1]]) == .done)
      #expect(klong(["records", "--from", paths[4]]) == .done)
      // A sealed record is left as it is, and said so.
      let sealed = roster(["forget", "H017", record])
      #expect(sealed.code == .findings && sealed.talk.contains("sealed"))
      #expect(klong(["allocate", "--verify", record]) == .done)
      #expect(roster(["forget", "H017", paths[0]]).data.contains("not in it"))
    }
  }
}
