import CommandLineKit
import Testing

@testable import KlongCLI

@Suite struct RunTests {
  @Test(arguments: [
    (["--version"], ExitCode.done, "klong 0.1.0\n", ""), (["--help"], .done, "Commands:", ""),
    (["help"], .done, "Commands:", ""), (["help", "man"], .done, "klong man", ""),
    (["man", "--help"], .done, "klong man", ""), (["help", "mna"], .usage, "", "did you mean man?"),
    ([], .usage, "", "Commands:"), (["plam"], .usage, "", "no command \"plam\""),
    (["man", "--bogus"], .usage, "", "--bogus"), (["completions", "tcsh"], .usage, "", "SHELL cannot be"),
    (["completions", "bash"], .done, "complete -F _klong klong", ""),
    (["man"], .done, ".TH \"KLONG\" \"1\"", ""),
  ])
  func exits(words: [String], code: ExitCode, stdout: String, stderr: String) {
    let captured = CapturedConsole()
    #expect(run(words, captured.console()) == code)
    #expect(stdout.isEmpty ? captured.stdout.isEmpty : captured.stdout.contains(stdout))
    #expect(stderr.isEmpty ? captured.stderr.isEmpty : captured.stderr.contains(stderr))
  }

  static let names = commands.map { $0.spec.name }

  /// Every option of the table is found wherever people look for it.
  @Test(arguments: names) func everyOptionIsTold(name: String) throws {
    let tool = KlongTool.spec
    let command = try #require(tool.command(named: name))
    let places: [(String, String)] = [
      ("help", tool.help(on: command, width: 80)), ("bash", tool.completions(for: .bash)),
      ("zsh", tool.completions(for: .zsh)),
      (
        "manual",
        tool.manualPage().split(separator: "\\-", omittingEmptySubsequences: false).joined(separator: "-")
      ),
    ]
    for option in command.options + tool.globalOptions {
      for (place, text) in places {
        #expect(text.contains("--\(option.name)"), "--\(option.name) in \(place)")
      }
      #expect(tool.completions(for: .fish).contains("-l \(option.name) "), "--\(option.name) in fish")
    }
    // A long summary goes over more than one line.
    let words = tool.help(width: 80).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(command.summary))
    #expect(tool.manualPage().contains("klong " + name))
  }

  /// Mistakes that the table itself could hold.
  @Test(arguments: names) func tableIsSound(name: String) throws {
    let tool = KlongTool.spec
    let command = try #require(tool.command(named: name))
    let options = command.options + tool.globalOptions
    #expect(Set(options.map(\.name)).count == options.count, "an option is declared twice")
    #expect(
      Set(options.compactMap(\.short)).count == options.compactMap(\.short).count, "a letter is used twice")
    for option in options {
      #expect(option.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(!option.help.isEmpty && !option.help.hasSuffix("."), "--\(option.name)")
      if let standard = option.defaultText, !option.allowed.isEmpty {
        #expect(option.allowed.contains(standard))
      }
      #expect(option.allowed.allSatisfy { !$0.contains(" ") && !$0.contains("'") })
    }
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
    #expect(!command.examples.isEmpty, "help shows examples")
    for example in command.examples { #expect(example.command.contains("klong \(name)")) }
    for positional in command.positionals.dropLast() { #expect(positional.count == .one) }
  }
}
