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

  /// The words of a page line by line, with single spaces.
  private static func printed(_ pdf: String, in folder: URL) throws -> String {
    try KlongProcess.shell("pdftotext -layout \(pdf) - | tr -s ' '", in: folder).stdout
  }

  private func list(_ rows: [String], in folder: URL) throws -> String {
    let file = folder + "projects.csv"
    try (["project,status,city,canal,landowner,families,budget,currency"] + rows).joined(separator: "\n")
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
            + "\(random.next() % 4 == 0 ? 3 : random.next() % 1000),"
            + pick(["", "1500000", "9999999999999.99", "0"]) + ","
            + pick(["THB", "USD", "", "a very long currency"])
        }
        let path = try list(rows, in: folder)
        for sheet in ["programme", "landowner"] {
          let outcome = map([path, "--sheet", sheet, "--language", language, "--lint"] + paper)
          #expect(
            outcome.console.stderr.contains(" 0 findings")
              || outcome.console.stderr.contains("no landowner to make"),
            "\(count) on \(sheet): \(outcome.console.stdout)\(outcome.console.stderr)")
        }
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

  /// Budgets stand with each project and each sum, by currency; one of few families is in none of them.
  @Test(.enabled(if: has("pdftotext")))
  func budgets() throws {
    try withTemporaryFolder { folder in
      let path = try list(
        [
          "Small,agreed,East,K1,Treasury,3,200.25,THB", "Middle,agreed,East,K1,Treasury,9,,",
          "Large,agreed,East,K2,Treasury,60,1000000,THB", "Huge,planned,West,K2,Railway,600,9000000.50,USD",
        ], in: folder)
      let pdf = (folder + "p.pdf").path
      func printed(_ words: [String]) throws -> [Substring] {
        #expect(map([path, "--language", "en", "-o", pdf] + words).code == .done)
        return try Self.printed(pdf, in: folder).split(separator: "\n")
      }
      let lines = try printed(["--sheet", "programme"])
      func line(_ start: String) -> Substring { lines.first { $0.contains(start) } ?? "" }
      #expect(line("Stated budgets").contains("1,000,000 baht 9,000,000.50 USD"), "\(lines)")
      #expect(line("Treasury").contains("1,000,000 baht") && line("Railway").contains("9,000,000.50 USD"))
      #expect(line("Large").contains("1,000,000 baht") && line("East").contains("1,000,000 baht"))
      #expect(line("Sums of money").contains("without 2 projects"))
      #expect(line("codi-2010").contains("Grants 36,890,000 baht"))
      #expect(!lines.contains { $0.contains("200.25") || $0.contains("1,000,200") })

      let other = try printed([
        "--sheet", "programme", "--landowner", "Railway", "--costs", "example-invented",
      ])
      #expect(other.contains { $0.contains("example-invented") && $0.contains("(invented)") })
      #expect(!other.contains { $0.contains("Treasury") || $0.contains("Large") })

      let owner = try printed(["--sheet", "landowner", "--landowner", "Treasury"])
      #expect(
        owner.contains { $0.contains("Together") && $0.contains("72") && $0.contains("1,000,000 baht") })
      #expect(owner.contains { $0.contains("without 2 projects") })
      #expect(!owner.contains { $0.contains("200.25") || $0.contains("Huge") })
    }
  }

  /// Each owner has a sheet of its own, of one network's sites where asked, in one file or in many.
  @Test(.enabled(if: has("pdftotext")))
  func sheetsForLandowners() throws {
    try withTemporaryFolder { folder in
      let plan = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
      let many = (1...40).map { "Site \($0),,agreed,Treasury,south,\(10 + $0)" }
      try
        (["project,plan,status,landowner,network,families", "Bang Bua,\(plan),agreed,Treasury,north,"] + many
        + ["Rail,,agreed,Railway,north,50", "Nobody,,agreed,,north,70"])
        .joined(separator: "\n").write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let path = (folder + "projects.csv").path
      func printed(_ words: [String], code: ExitCode = .done) throws -> String {
        let pdf = (folder + "p.pdf").path
        let outcome = map([path, "--sheet", "landowner", "--language", "en", "-o", pdf] + words)
        #expect(outcome.code == code, "\(outcome.console.stderr)")
        return try Self.printed(pdf, in: folder)
      }
      let north = try printed(["--network", "north"])
      #expect(north.components(separatedBy: "Landowner:").count == 3)
      #expect(north.components(separatedBy: "Network: north").count == 3)
      for words in ["Sites 1 families 190 plots 212", "11,510", "Rail", "What is agreed"] {
        #expect(north.contains(words), "\(words) in \(north)")
      }
      #expect(!north.contains("Site 7") && !north.contains("Nobody"))

      // Of 41 sites on several pages the sum and the room to sign are on the last one.
      let all = try printed(["--landowner", "Treasury"]).components(separatedBy: "\u{C}").dropLast()
      #expect(all.count > 2 && all.allSatisfy { $0.contains("Landowner: Treasury") })
      #expect(all.filter { $0.contains("For the communities") && $0.contains("Together") }.count == 1)
      #expect(all.last?.contains("Together") == true)
      for number in 1...40 { #expect(all.contains { $0.contains("Site \(number) agreed \(10 + number) ") }) }

      let talks = folder + "talks"
      let each = map([path, "--sheet", "landowner", "--each", "-o", talks.path])
      #expect(each.code == .done && each.console.stderr.contains("1 project without a landowner"))
      let names = try FileManager.default.contentsOfDirectory(atPath: talks.path).sorted()
      #expect(names == ["landowner-1.pdf", "landowner-2.pdf"])
    }
  }

  /// Whoever asks for an owner that nobody stated gets no file.
  @Test func landownerThatIsNot() throws {
    try withTemporaryFolder { folder in
      let pdf = (folder + "p.pdf").path
      let path = try list(["A,done,North,K,Treasury,50"], in: folder)
      let outcome = map([path, "--sheet", "landowner", "--landowner", "Nobody", "-o", pdf])
      #expect(outcome.code == .usage && outcome.console.stderr.contains("landowner: Treasury"))
      let nobody = try list(["A,done,North,K,,50"], in: folder)
      let none = map([nobody, "--sheet", "landowner", "-o", pdf])
      #expect(none.code == .invalidInput && none.console.stderr.contains("no landowner to make"))
      #expect(!FileManager.default.fileExists(atPath: pdf))
      let plan = (PlanAndCheckTests.samples + "bang-bua/plan.geojson").path
      let other = map([plan, "--landowner", "Treasury", "-o", pdf])
      #expect(other.code == .usage && other.console.stderr.contains("sheets of a programme"))
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
