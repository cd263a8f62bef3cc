internal import CommandLineKit
internal import Regulations

extension RulesCommand {
  /// Writes a valid book with comments that say what to fill in. A file that is there stays: it may be somebody's work.
  static func start(_ name: String, output: String, _ console: Console) throws {
    let text = try starter(name)
    if case .file(.some) = try OutputTarget(output, protecting: [], files: .real).kind {
      throw Refusal(
        file: output, problem: "there is a file of this name, and a new book never replaces one",
        remedy: "name another file with -o, or remove this one first", code: .usage)
    }
    try OutputFile.write(output, console: console, protecting: []) { try $0.write(text) }
    guard output != "-" else { return }
    console.note(
      "\(RuleBook.placeholders(in: text)) texts to fill in; then \"klong rules validate \(printable(output))\""
    )
  }

  private static func starter(_ name: String) throws(UsageError) -> [UInt8] {
    do throws(RuleBookError) {
      return try RuleBook.starterText(id: name)
    } catch {
      let problem = error.problems.first
      throw UsageError(
        problem?.problem ?? "\(quoted(name)) is no name for a book",
        remedy: problem?.remedy ?? "choose another")
    }
  }
}
