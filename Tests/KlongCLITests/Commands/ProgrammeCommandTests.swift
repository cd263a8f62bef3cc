import Foundation
import JSON
import Testing

@testable import KlongCLI

@Suite struct ProgrammeCommandTests {
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
}
