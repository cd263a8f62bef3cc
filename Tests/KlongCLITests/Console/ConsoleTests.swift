import Foundation
import Testing

@testable import KlongCLI

@Suite struct ConsoleTests {
  @Test func talkIsSafeAndCanBeSilenced() {
    let loud = CapturedConsole()
    loud.console().note("wrote \u{1B}[2Ja\nall plots pass")
    #expect(loud.stderr == "wrote \\u{1b}[2Ja\\u{a}all plots pass\n")
    let quiet = CapturedConsole()
    quiet.console(quiet: true).note("wrote a")
    quiet.console(quiet: true).warn("poor accuracy")
    #expect(quiet.stderr == "klong: warning: poor accuracy\n")
    let json = CapturedConsole()
    json.console(json: true).note("wrote a")
    json.console(json: true).warn("poor \"accuracy\"")
    #expect(json.stderr == "{\"warning\":\"poor \\\"accuracy\\\"\"}\n")
    #expect(loud.stdout + quiet.stdout + json.stdout == "")
  }

  /// Half of the work after two seconds, some talk between, and nothing left at the end.
  @Test func progressComesAfterASecondAndGoes() {
    let captured = CapturedConsole()
    let console = captured.console(isTerminal: true)
    console.progress("laying out", of: 100) { progress in
      progress.advance(by: 10)
      #expect(captured.stderr == "")
      captured.pass(.seconds(2))
      progress.advance(by: 40)
      #expect(captured.stderr == "\r\u{1B}[Klaying out: 50 %, about 2 s left")
      captured.pass(.milliseconds(50))
      progress.advance()
      console.note("said")
      captured.pass(.seconds(1))
      progress.advance(by: 24)
    }
    #expect(
      captured.stderr
        == "\r\u{1B}[Klaying out: 50 %, about 2 s left\r\u{1B}[Ksaid\nlaying out: 50 %, about 2 s left"
        + "\r\u{1B}[Klaying out: 75 %, about 2 s left\r\u{1B}[K")
  }

  @Test(arguments: [(false, false, false), (true, true, false), (true, false, true)])
  func progressIsForTerminals(isTerminal: Bool, quiet: Bool, json: Bool) {
    let captured = CapturedConsole()
    captured.console(quiet: quiet, json: json, isTerminal: isTerminal).progress("x", of: 2) { progress in
      captured.pass(.seconds(5))
      progress.advance()
    }
    #expect(captured.stderr == "")
  }

  @Test func progressWithoutTotal() {
    let captured = CapturedConsole()
    captured.console(isTerminal: true).progress("reading") { progress in
      captured.pass(.seconds(200))
      progress.advance()
    }
    #expect(captured.stderr == "\r\u{1B}[Kreading: 3 min\r\u{1B}[K")
  }
}
