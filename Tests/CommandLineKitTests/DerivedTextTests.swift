import CommandLineKit
import Foundation
import Testing

@Suite struct DerivedTextTests {
  static let tool = ToolSpec.sample

  @Test(arguments: [1, 40, 50, 80, 200])
  func helpKeepsItsWidth(width: Int) {
    for command in Self.tool.commands {
      let help = Self.tool.help(on: command, width: width)
      let examples = command.examples.map { "  " + $0.command }
      for line in help.split(separator: "\n")
      where !examples.contains(String(line)) && !line.contains("[OPTIONS]") {
        #expect(line.count <= max(40, width), "\(line)")
      }
    }
  }

  @Test func helpSaysEverything() throws {
    let plan = try #require(Self.tool.command(named: "plan"))
    // A sentence may be broken anywhere between words.
    let help = Self.tool.help(on: plan, width: 80).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for option in plan.options + Self.tool.globalOptions { #expect(help.contains("--\(option.name)")) }
    for part in [
      "dig plan [OPTIONS] FILE...", "-o, --output FILE", "default 3", "one of text, json, geojson",
      "may be repeated",
      "dig plan --plot 4x7 a.geojson", "four by seven metres", "a household is left over",
    ] { #expect(help.contains(part), "\(part)") }
    #expect(!help.contains("something is broken"))
    let whole = Self.tool.help(width: 80)
    for command in Self.tool.commands { #expect(whole.contains(command.summary)) }
  }

  @Test(arguments: Shell.allCases)
  func completionsSayEverything(shell: Shell) {
    let script = Self.tool.completions(for: shell)
    for command in Self.tool.commands {
      #expect(script.contains(command.name))
      for option in command.options + Self.tool.globalOptions {
        #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"), "\(option.name)")
      }
    }
  }

  /// What each shell says of its script: nothing, where it is installed.
  @Test(arguments: Shell.allCases)
  func shellTakesScript(shell: Shell) throws {
    guard let program = Self.find(shell.rawValue) else {
      print("skipped: \(shell.rawValue) is not installed")
      return
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "klong-completions-\(UUID()).\(shell)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.tool.completions(for: shell).write(to: file, atomically: true, encoding: .utf8)
    #expect(try Self.run(program, ["-n", file.path]) == (0, ""))
  }

  /// Line typed, and what bash offers for its last word.
  @Test(
    arguments: [
      (["dig", "pl"], ["plan"]), (["dig", "plan", "--form"], ["--format"]),
      (["dig", "plan", "--format", "j"], ["json"]),
      (["dig", "plan", "--format", "=", "geo"], ["geojson"]), (["dig", "rules", ""], ["list", "show"]),
      (["dig", "rules", "s"], ["show"]), (["dig", "--q"], ["--quiet"]), (["dig", "plan", "--seed", ""], []),
      (["dig", "plan", "-o", "/etc/host"], nil),
    ] as [([String], [String]?)])
  func bashCompletes(words: [String], offered: [String]?) throws {
    let bash = try #require(Self.find("bash"))
    let array = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      Self.tool.completions(for: .bash)
      + "\nCOMP_WORDS=(\(array)); COMP_CWORD=\(words.count - 1); _dig; printf '%s\\n' \"${COMPREPLY[@]}\""
    let answer = try Self.run(bash, ["-c", script])
    let lines = answer.text.split(separator: "\n").map(String.init)
    if let offered { #expect(lines == offered) } else { #expect(lines.contains("/etc/hosts")) }
  }

  @Test func manualSaysEverything() {
    let page = Self.tool.manualPage()
    for command in Self.tool.commands {
      for option in command.options {
        #expect(
          page.contains("\\-\\-" + option.name.replacingOccurrences(of: "-", with: "\\-")), "\(option.name)")
      }
    }
    #expect(page.contains("\n\\&.Not a request"))
    #expect(page.contains("\\eone"))
    let requests = Set(
      page.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
    #expect(requests.isSubset(of: [".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi"]))
  }

  @Test func groffTakesManual() throws {
    guard let groff = Self.find("groff") else {
      print("skipped: groff is not installed")
      return
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("klong-manual-\(UUID()).1")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.tool.manualPage().write(to: file, atomically: true, encoding: .utf8)
    // -z: no output but the warnings.
    #expect(try Self.run(groff, ["-man", "-ww", "-z", "-Tutf8", file.path]) == (0, ""))
  }

  private static func find(_ program: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
