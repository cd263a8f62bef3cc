import Foundation
import JSON
import Testing

@testable import KlongCLI

@Suite struct ProgrammeCommandTests {
  private static let bangBua = (PlanAndCheckTests.samples + "bang-bua").path

  private func programme(_ words: [String]) -> (code: ExitCode, data: String) {
    let captured = CapturedConsole()
    let code = run(["programme"] + words, captured.console())
    return (code, captured.stdout)
  }

  @Test func sumsAndWhatStaysUnsaid() throws {
    try withTemporaryFolder { folder in
      let path = (folder + "projects.csv").path
      try """
      project,status,city,families,budget,currency
      A,agreed,North,100,1000000.50,THB
      B,done,North,3,200.25,THB
      C,built,South,50,1,USD
      """.write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let made = programme([path, "--format", "json"])
      #expect(made.code == .invalidInput)
      #expect(made.data == programme([path, "--format", "json", "--threads", "1"]).data)
      let root = try JSONDocument(parsing: Array(made.data.utf8)).value
      #expect(root["together"]?["projects"]?.int == 3)
      #expect(root["together"]?["families"]?.int == 153)
      #expect(root["together"]?["budget"]?.string == "1.00")
      #expect(root["together"]?["not_in_grants"]?.int == 2)
      #expect(root["not_read"]?.array?.count == 1)
      #expect(root["projects"]?.array?.count == 3)
      #expect(!made.data.contains("200.25"))
    }
  }

  /// A name that no project has is a slip, and never an empty report.
  @Test(arguments: [["--landowner", "Tresury"], ["--network", "south", "--landowner", "Treasury"]])
  func namesThatNobodyHas(words: [String]) throws {
    try withTemporaryFolder { folder in
      let path = (folder + "projects.csv").path
      try "project,landowner,network,families\nA,Treasury,north,50\nB,Railway,south,60\n"
        .write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(run(["programme", path] + words, captured.console()) == .usage)
      #expect(captured.stderr.contains("landowner: Railway, Treasury") && captured.stdout.isEmpty)
      #expect(programme([path, "--landowner", "Treasury"]).code == .done)
    }
  }

  /// What is no plan is told and passed over in a folder; what cannot be read is a project without figures.
  @Test func whatIsNoPlanAndWhatCannotBeRead() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      try files.copyItem(atPath: Self.bangBua + "/plan.geojson", toPath: (folder + "plan.geojson").path)
      try files.copyItem(atPath: Self.bangBua + "/bank-later.geojson", toPath: (folder + "bank.geojson").path)
      let sound = programme([folder.path, "--format", "json"])
      #expect(sound.code == .done)
      var root = try JSONDocument(parsing: Array(sound.data.utf8)).value
      #expect(root["not_a_plan"]?.array?.count == 1)
      #expect(root["together"]?["projects"]?.int == 1)
      #expect(programme([folder.path]).data.contains("Not a plan, passed over"))

      try "{".write(to: folder + "torn.geojson", atomically: true, encoding: .utf8)
      let torn = programme([folder.path, "--format", "json"])
      #expect(torn.code == .invalidInput)
      root = try JSONDocument(parsing: Array(torn.data.utf8)).value
      #expect(root["by_status"]?.array?.compactMap { $0["status"]?.string } == ["planned", "unread"])
      #expect(root["together"]?["not_read"]?.int == 1)

      try files.removeItem(at: folder + "plan.geojson")
      try files.removeItem(at: folder + "torn.geojson")
      #expect(programme([folder.path]).code == .invalidInput)
      // A list that names it means it.
      try "project,plan\nA,bank.geojson\n".write(
        to: folder + "programme.csv", atomically: true, encoding: .utf8)
      #expect(programme([folder.path]).code == .invalidInput)
    }
  }

  /// A plan of three families that breaks a rule counts in the sum, and is not told apart.
  @Test func findingsOfFewFamiliesStayTogether() throws {
    try withTemporaryFolder { folder in
      // On a canal of 12 m the setback is 6 m, and no longer 3 m.
      let plan = try String(
        contentsOf: PlanAndCheckTests.samples + "first-plan/plan.geojson", encoding: .utf8)
      try plan.replacing("\"width_m\":8", with: "\"width_m\":12")
        .write(to: folder + "wide.geojson", atomically: true, encoding: .utf8)
      for name in ["many", "more"] {
        try FileManager.default.copyItem(at: folder + "wide.geojson", to: folder + "\(name).geojson")
      }
      try """
      project,plan,families
      Few,wide.geojson,3
      Many,many.geojson,8
      More,more.geojson,9
      """.write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let told = programme([(folder + "projects.csv").path])
      #expect(told.code == .findings)
      let list = try #require(
        told.data.components(separatedBy: "Projects that break a rule").dropFirst().first)
      #expect(list.contains("More") && !list.contains("Few"))
    }
  }

  /// A survey, its plan and its allocation in one folder are one project; in two folders they are not.
  @Test func whatWasMadeFromOneAnotherCountsOnce() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      for name in ["settlement", "plan"] {
        try files.copyItem(
          atPath: Self.bangBua + "/\(name).geojson", toPath: (folder + "\(name).geojson").path)
      }
      func told() throws -> JSONValue {
        try JSONDocument(parsing: Array(programme([folder.path, "--format", "json"]).data.utf8)).value
      }
      var root = try told()
      #expect(root["together"]?["projects"]?.int == 1)
      #expect(root["together"]?["families"]?.int == 190)
      #expect(root["joined"]?.array?.count == 1)
      #expect(root["joined"]?[0]?["file"]?.string?.hasSuffix("/settlement.geojson") == true)
      #expect(programme([folder.path]).data.contains("Counted with what was made from it"))

      let seated = (folder + "seated.geojson").path
      let words = [
        "allocate", (folder + "plan.geojson").path, "--households", Self.bangBua + "/households.csv",
      ]
      _ = run(words + ["-o", seated], CapturedConsole().console())
      root = try told()
      #expect(root["together"]?["projects"]?.int == 1)
      #expect(root["joined"]?.array?.count == 2)
      #expect(root["projects"]?[0]?["project"]?.string == "seated")

      // Two plans of one survey are both counted, and that is said.
      try files.removeItem(atPath: seated)
      let other = try String(contentsOf: folder + "plan.geojson", encoding: .utf8)
      try (other + "\n").write(to: folder + "other.geojson", atomically: true, encoding: .utf8)
      root = try told()
      #expect(root["together"]?["projects"]?.int == 2)
      #expect(root["notes"]?.array?.contains { $0.string?.contains("other, plan") == true } == true)

      // A survey that was changed since, or lies elsewhere, is a project of its own.
      try files.removeItem(at: folder + "other.geojson")
      try files.createDirectory(at: folder + "elsewhere", withIntermediateDirectories: true)
      try files.moveItem(at: folder + "settlement.geojson", to: folder + "elsewhere/settlement.geojson")
      root = try told()
      #expect(root["together"]?["projects"]?.int == 2)
      #expect(root["joined"]?.array?.isEmpty == true)
    }
  }

  /// However a list spells a path, it leads to one file: neither the folder nor another row counts it again.
  @Test func oneFileCountsOnce() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      try files.createDirectory(at: folder + "sub", withIntermediateDirectories: true)
      try files.copyItem(atPath: Self.bangBua + "/plan.geojson", toPath: (folder + "plan.geojson").path)
      try files.createSymbolicLink(
        at: folder + "again.geojson", withDestinationURL: folder + "plan.geojson")
      try "project,plan\nA,./sub/../plan.geojson\n".write(
        to: folder + "programme.csv", atomically: true, encoding: .utf8)
      let once = programme([folder.path, "--format", "json"])
      #expect(once.code == .done)
      let root = try JSONDocument(parsing: Array(once.data.utf8)).value
      #expect(root["together"]?["projects"]?.int == 1)
      #expect(root["together"]?["families"]?.int == 190)

      try "project,plan,families\nA,plan.geojson,200\nB,./plan.geojson,90\n".write(
        to: folder + "programme.csv", atomically: true, encoding: .utf8)
      let twice = programme([folder.path, "--format", "json"])
      #expect(twice.code == .invalidInput)
      #expect(twice.data.contains("the same file as in row 2"))
      let sum = try JSONDocument(parsing: Array(twice.data.utf8)).value["together"]
      #expect(sum?["families"]?.int == 200)

      // Nor is a project that two rows name, nor the file of the second row as one that only lies there.
      try "project,families,budget,currency\nA,200,1000,THB\nB,50,,\nA,90,2000,THB\n".write(
        to: folder + "named.csv", atomically: true, encoding: .utf8)
      let named = programme([(folder + "named.csv").path, "--format", "json"])
      #expect(named.code == .invalidInput && named.data.contains("the same project as in row 2"))
      let together = try JSONDocument(parsing: Array(named.data.utf8)).value["together"]
      #expect(together?["families"]?.int == 250 && together?["budget"]?.string == "1000.00")
      try files.copyItem(atPath: Self.bangBua + "/settlement.geojson", toPath: (folder + "s.geojson").path)
      try "project,plan,families\nA,plan.geojson,200\nA,s.geojson,90\n".write(
        to: folder + "programme.csv", atomically: true, encoding: .utf8)
      let walked = programme([folder.path, "--format", "json"])
      let projects = try JSONDocument(parsing: Array(walked.data.utf8)).value["projects"]?.array
      #expect(projects?.count == 2 && projects?.allSatisfy { $0["project"]?.string == "A" } == true)
    }
  }

  @Test func personalDataStays() throws {
    try withTemporaryFolder { folder in
      let canaries = ["Kanaree", "Phisut", "wheelchair", "quiet", "123123", "456456", "789789", "diabetes"]
      let rows =
        ["H1,501/1,Kanaree Phisut,wheelchair;quiet,123123,456456,789789"]
        + (2...190).map { "H\($0),501/\($0),,,,," }
      let heading = "household,house,name,needs,income,savings,debt"
      try ([heading] + rows).joined(separator: "\n")
        .write(to: folder + "sound.csv", atomically: true, encoding: .utf8)
      try [heading, "Kanaree Phisut,501/1,Kanaree,,123123 a month,456456 or so,-789789"].joined(
        separator: "\n"
      )
      .write(to: folder + "faulty.csv", atomically: true, encoding: .utf8)
      try """
      project,plan,households
      A,\(Self.bangBua)/plan.geojson,sound.csv
      B,,faulty.csv
      """.write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      for format in ["text", "json", "csv"] {
        for words in [[], ["--by", "city"], ["--sheet"]] {
          let captured = CapturedConsole()
          let code = run(
            ["programme", (folder + "projects.csv").path, "--format", format] + words, captured.console())
          #expect(code == .invalidInput)
          #expect(captured.stdout.contains("190"))
          for canary in canaries {
            #expect(!(captured.stdout + captured.stderr).contains(canary), "\(canary) in \(format)")
          }
        }
      }
    }
  }
}
