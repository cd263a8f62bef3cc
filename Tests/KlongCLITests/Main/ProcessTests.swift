import Foundation
import Testing

/// The real program at the edges that only a process has.
@Suite struct ProcessTests {
  @Test func version() throws {
    let outcome = try KlongProcess.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.stdout == "klong 0.1.0\n")
    #expect(outcome.stderr == "")
  }

  @Test func usageErrorAsJSON() throws {
    let outcome = try KlongProcess.run(["--json-errors", "plam"])
    #expect(outcome.status == 64)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.stderr.utf8)) as? [String: Any]
    #expect(object?["exit"] as? Int == 64)
  }

  /// A line of bash, the status it must end with, and what must be said.
  @Test(arguments: [
    ("$KLONG --help > /dev/full", 74, "No space left"),
    ("$KLONG --help >&-", 74, "standard output is closed"),
    ("$KLONG --help | true; exit ${PIPESTATUS[0]}", 0, ""),
    ("(sleep 0.2; exec $KLONG --help) | true; exit ${PIPESTATUS[0]}", 0, ""),
    ("$KLONG --version 2>&- <&-", 0, ""),
    ("$KLONG bogus 2>/dev/full", 64, ""),
    ("$KLONG bogus 2>&-", 64, ""),
    ("(ulimit -f 0; $KLONG --help > out) 2>&1 | cat >&2; exit ${PIPESTATUS[0]}", 74, "File too large"),
    ("COLUMNS=1 $KLONG --help > /dev/null", 0, ""),
    ("COLUMNS=99999999999999999999 $KLONG --help > /dev/null", 0, ""),
    ("LC_ALL=xx_YY.nowhere $KLONG --version", 0, ""),
  ])
  func edges(line: String, status: Int32, said: String) throws {
    try withTemporaryFolder { folder in
      let outcome = try KlongProcess.shell(line, in: folder)
      #expect(outcome.status == status)
      #expect(said.isEmpty ? outcome.stderr.isEmpty : outcome.stderr.contains(said), "\(outcome.stderr)")
    }
  }

  @Test func helpFitsTheTerminal() throws {
    let outcome = try KlongProcess.run(["--help"], environment: ["COLUMNS": "50"])
    #expect(outcome.stdout.split(separator: "\n").allSatisfy { $0.count <= 50 })
  }
}
