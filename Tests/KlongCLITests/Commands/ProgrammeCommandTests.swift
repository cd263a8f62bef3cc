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
      #expect(root["together"]?["budget"]?.string == "1000200.75 + 1.00")
      #expect(root["not_read"]?.array?.count == 1)
      #expect(root["projects"]?.array?.count == 3)
      #expect(!made.data.contains("200.25"))
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
      try """
      project,plan,families
      Few,wide.geojson,3
      Many,wide.geojson,8
      More,wide.geojson,9
      """.write(to: folder + "projects.csv", atomically: true, encoding: .utf8)
      let told = programme([(folder + "projects.csv").path])
      #expect(told.code == .findings)
      let list = try #require(
        told.data.components(separatedBy: "Projects that break a rule").dropFirst().first)
      #expect(list.contains("More") && !list.contains("Few"))
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
