import Foundation
import JSON
import Regulations
import Testing

@testable import KlongCLI

/// A book of one's own is started, never over another.
@Suite struct RulesNewTests {
  @Test func aNewBookIsValidAndSaysWhatIsLeft() throws {
    try withTemporaryFolder { scratch in
      let file = scratch + "our-town.json"
      let captured = CapturedConsole()
      #expect(run(["rules", "new", "our-town", "-o", file.path], captured.console()) == .done)
      #expect(captured.stdout.isEmpty)
      #expect(captured.stderr.contains("texts to fill in"))
      let checked = CapturedConsole()
      #expect(run(["rules", "validate", file.path], checked.console()) == .done)
      #expect(checked.stdout.split { $0.isWhitespace }.joined(separator: " ").contains("still to fill in: "))
      let asked = CapturedConsole()
      #expect(run(["rules", "explain", file.path, "--canal-width", "9"], asked.console()) == .findings)
      #expect(asked.stdout.contains("gives no number"))
    }
  }

  @Test func nothingIsOverwritten() throws {
    try withTemporaryFolder { scratch in
      let file = scratch + "mine.json"
      try Data("work of a week".utf8).write(to: file)
      let captured = CapturedConsole()
      #expect(run(["rules", "new", "our-town", "-o", file.path], captured.console()) == .usage)
      #expect(captured.stderr.contains("never replaces"))
      #expect(try Data(contentsOf: file) == Data("work of a week".utf8))
    }
  }

  @Test func standardOutput() throws {
    let captured = CapturedConsole()
    #expect(run(["rules", "new", "our-town"], captured.console()) == .done)
    #expect(try RuleBook(parsing: Array(captured.stdout.utf8), name: "stdout").id == "our-town")
  }

  @Test(arguments: [
    (["Our Town"], "small letters"), (["thailand-mr55"], "built-in book"), ([], "needs NAME"),
    (["a", "b"], "does not take"), (["a", "--depth", "2"], "belongs to klong rules explain"),
  ])
  func refused(words: [String], stderr: String) {
    let captured = CapturedConsole()
    #expect(run(["rules", "new"] + words, captured.console()) == .usage)
    #expect(captured.stderr.contains(stderr), "\(captured.stderr)")
    #expect(captured.stdout.isEmpty)
  }
}
