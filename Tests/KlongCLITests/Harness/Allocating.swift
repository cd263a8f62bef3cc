import Foundation
import JSON

@testable import KlongCLI

/// Tests that run klong allocate on the invented settlement Bang Bua.
protocol Allocating {}

extension Allocating {
  func allocate(_ words: [String], in folder: URL) -> (code: ExitCode, talk: String, data: String) {
    let captured = CapturedConsole()
    let code = run(["allocate"] + words, captured.console())
    return (code, captured.stderr, captured.stdout)
  }

  func json(_ file: URL) throws -> JSONValue {
    try JSONDocument(parsing: Array(Data(contentsOf: file))).value
  }

  func reversedRoster() throws -> String {
    let lines = try String(contentsOfFile: AllocateCommandTests.roster, encoding: .utf8).components(
      separatedBy: "\r\n")
    return ([lines[0]] + lines.dropFirst().filter { !$0.isEmpty }.reversed()).joined(separator: "\r\n")
  }
}
