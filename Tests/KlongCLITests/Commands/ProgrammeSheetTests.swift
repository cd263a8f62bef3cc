import Foundation
import TestSupport
import Testing

@testable import KlongCLI

/// `klong map --sheet programme`: many projects on paper.
@Suite struct ProgrammeSheetTests {
  private func map(_ words: [String]) -> (code: ExitCode, console: CapturedConsole) {
    let console = CapturedConsole()
    return (run(["map"] + words, console.console()), console)
  }

  private static func has(_ tool: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
  }

  private func list(_ rows: [String], in folder: URL) throws -> String {
    let file = folder + "projects.csv"
    try (["project,status,city,canal,landowner,families"] + rows).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Seeded programmes of 1 to 300 projects, in both languages and on both papers: nothing that cannot be read.
  @Test(arguments: ["th", "en"], [[], ["--paper", "a4"], ["--paper", "a3"]])
  func everySizeIsLegible(language: String, paper: [String]) throws {
    var random = SplitMix64(seed: 5)
    try withTemporaryFolder { folder in
      for count in [1, 2, 7, 40, 300] {
        let rows = (1...count).map { number -> String in
          func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
          let status = pick(["surveyed", "planned", "agreed", "financed", "building", "done", "built"])
          let city = pick([
            "กรุงเทพมหานคร", "Nonthaburi", "", "A city with a name that is far too long for it",
          ])
          let owner = pick(["กรมธนารักษ์", "Railway", ""])
          return "Project \(number) ชุมชนริมคลอง,\(status),\(city),Khlong \(random.next() % 9),\(owner),"
            + "\(random.next() % 4 == 0 ? 3 : random.next() % 1000)"
        }
        let path = try list(rows, in: folder)
        let outcome = map([path, "--sheet", "programme", "--language", language, "--lint"] + paper)
        #expect(outcome.console.stderr.contains(" 0 findings"), "\(count): \(outcome.console.stdout)")
      }
    }
  }

  /// One A4 where all fits on it, else A3; the same bytes again.
  @Test(.enabled(if: has("pdfinfo")))
  func paperGrowsWithTheProgramme() throws {
    try withTemporaryFolder { folder in
      for (count, size) in [(2, "595"), (30, "1190")] {
        let path = try list((1...count).map { "P\($0),agreed,North,K,Treasury,\(50 + $0)" }, in: folder)
        let pdf = (folder + "programme.pdf").path
        #expect(map([path, "--sheet", "programme", "-o", pdf]).code == .done)
        let told = try KlongProcess.shell("pdfinfo \(pdf)", in: folder).stdout
        #expect(told.contains("Page size:       \(size)"), "\(told)")
        #expect(told.contains("Pages:           1"), "\(told)")
        let bytes = try Data(contentsOf: folder + "programme.pdf")
        #expect(map([path, "--sheet", "programme", "-o", pdf]).code == .done)
        #expect(try Data(contentsOf: folder + "programme.pdf") == bytes)
      }
    }
  }

  /// Figures of few families stay unsaid, names of a roster are on no sheet, and what cannot be read is said.
  @Test(.enabled(if: has("pdftotext")))
  func whatStaysUnsaid() throws {
    try withTemporaryFolder { folder in
      let plan = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
      let rows = ["H1,501/1,Kanaree"] + (2...197).map { "H\($0),501/\(min($0, 190))," }
      try (["household,house,name"] + rows).joined(separator: "\n")
        .write(to: folder + "roster.csv", atomically: true, encoding: .utf8)
      try """
      project,plan,households,status,city,families
      Large,\(plan),roster.csv,agreed,East,
      Small,,,surveyed,West,4
      Middle,,,surveyed,South,614
      Other,,,surveyed,North,923
      Torn,nowhere.geojson,,planned,North,
      """.write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let pdf = (folder + "p.pdf").path
      let outcome = map([
        (folder + "projects.csv").path, "--sheet", "programme", "--language", "en", "-o", pdf,
      ])
      #expect(outcome.code == .invalidInput)
      #expect(outcome.console.stderr.contains("nowhere.geojson"))
      let told = try KlongProcess.shell("pdftotext -layout \(pdf) -", in: folder).stdout
      for part in ["197", "212", "923", "fewer than 5", "could not be read", "1,738"] {
        #expect(told.contains(part), "\(part) in \(told)")
      }
      #expect(!told.contains("Kanaree") && !told.contains("nowhere"))
      let small = told.split(separator: "\n").filter { $0.contains("Small") || $0.contains("West") }
      #expect(small.count == 2 && small.allSatisfy { $0.contains("fewer than 5") }, "\(told)")
    }
  }

  @Test(arguments: [
    (["--sheet", "table", "-o", "x.pdf"], ExitCode.usage, "by itself"),
    (["--paper", "a1", "-o", "x.pdf"], .usage, "a3 and a4"),
    (["--sheet-file", "x.json", "-o", "x.pdf"], .usage, "--sheet-file"),
    (["second.csv", "-o", "x.pdf"], .usage, "one folder or one list"),
    ([], .usage, "name a file or a folder"),
  ])
  func refusals(words: [String], code: ExitCode, said: String) throws {
    try withTemporaryFolder { folder in
      let path = try list(["A,done,North,K,Treasury,50"], in: folder)
      let outcome = map([path, "--sheet", "programme"] + words)
      #expect(outcome.code == code && outcome.console.stderr.contains(said), "\(outcome.console.stderr)")
    }
  }
}
