extension ToolSpec {
  /// The narrowest help.
  static let minimumWidth = 40

  /// What `--help` shows: on one command, or on the whole tool.
  public func help(on command: CommandSpec? = nil, width: Int) -> String {
    var page = HelpPage(width: max(Self.minimumWidth, width))
    if let command {
      write(command, on: &page)
    } else {
      writeTool(on: &page)
    }
    return page.text
  }

  private func writeTool(on page: inout HelpPage) {
    page.paragraph("\(name) \(version): \(summary)")
    page.heading("Usage")
    page.verbatim("\(name) COMMAND [OPTIONS] [FILES]")
    page.heading("Commands")
    page.table(commands.map { ($0.name, $0.summary) })
    page.heading("Options")
    page.table(globalOptions.map { ($0.label, $0.explanation) })
    page.heading("Exit status")
    page.table(exitStatuses.map { (String($0.code), $0.meaning) })
    page.paragraph("\n" + discussion)
    page.paragraph("\n\"\(name) help COMMAND\" explains a command, with examples.")
  }

  private func write(_ command: CommandSpec, on page: inout HelpPage) {
    page.paragraph("\(name) \(command.name): \(command.summary)")
    page.heading("Usage")
    page.verbatim("\(name) \(command.usage)")
    if !command.discussion.isEmpty { page.paragraph("\n" + command.discussion) }
    page.heading("Arguments", command.positionals.map { ($0.name, $0.explanation) })
    page.heading("Options", command.options.map { ($0.label, $0.explanation) })
    page.heading("Options of every command", globalOptions.map { ($0.label, $0.explanation) })
    if !command.examples.isEmpty { page.heading("Examples") }
    for example in command.examples { page.example(example) }
    page.heading("Exit status", exitStatuses(of: command).map { (String($0.code), $0.meaning) })
  }
}

extension OptionSpec {
  /// `-o, --output FILE`
  var label: String {
    (short.map { "-\($0), " } ?? "    ") + "--\(name)" + (value.map { " " + $0 } ?? "")
  }

  /// The help with what may be given and what holds when nothing is.
  var explanation: String {
    var notes: [String] = []
    if !allowed.isEmpty { notes.append("one of " + allowed.joined(separator: ", ")) }
    if let defaultText { notes.append("default " + defaultText) }
    if isRepeatable { notes.append("may be repeated") }
    return notes.isEmpty ? help : help + " (" + notes.joined(separator: "; ") + ")"
  }
}

extension PositionalSpec {
  var explanation: String {
    allowed.isEmpty ? help : help + " (one of " + allowed.joined(separator: ", ") + ")"
  }
}
