import Foundation
import Testing

@testable import KlongCLI

/// What README shows of the sample's households is what klong says of them.
@Suite struct ReadmeFiguresTests {
  private static let readme = PlanAndCheckTests.samples.deletingLastPathComponent() + "README.md"

  @Test(arguments: [
    ("allocate", [String](), ["households on", "moves:", "neighbours:"]),
    ("budget", ["--costs", "example-invented"], ["  loan  ", "  instalment"]),
  ])
  func figures(command: String, options: [String], starts: [String]) throws {
    let shown = try String(contentsOf: Self.readme, encoding: .utf8).split(separator: "\n")
    let captured = CapturedConsole()
    _ = run(
      [command, AllocateCommandTests.plan, "--households", AllocateCommandTests.roster] + options,
      captured.console())
    let said = (captured.stdout + captured.stderr).split(separator: "\n")
    for start in starts {
      let lines = said.filter { $0.contains(start) }
      #expect(lines.count == 1, "\(start): \(lines)")
      #expect(lines.allSatisfy(shown.contains), "README does not say: \(lines)")
    }
  }
}
