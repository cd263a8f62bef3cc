extension ToolSpec {
  /// The manual page in roff, with every command (man(7)).
  public func manualPage() -> String {
    var page = RoffPage()
    page.macro("TH", name.uppercased(), "1", "", "\(name) \(version)", "User Commands")
    page.macro("SH", "NAME")
    page.text("\(name) - \(summary)")
    page.macro("SH", "SYNOPSIS")
    page.text("\(name) COMMAND [OPTIONS] [FILES]")
    page.macro("SH", "DESCRIPTION")
    page.text(discussion)
    page.macro("SH", "OPTIONS")
    for option in globalOptions { page.item(option.manualLabel, option.explanation) }
    page.macro("SH", "COMMANDS")
    for command in commands { write(command, on: &page) }
    page.macro("SH", "EXIT STATUS")
    for status in exitStatuses { page.item(String(status.code), status.meaning) }
    return page.roff
  }

  private func write(_ command: CommandSpec, on page: inout RoffPage) {
    page.macro("SS", "\(name) \(command.usage)")
    page.text(command.summary + ".")
    if !command.discussion.isEmpty { page.text("\n" + command.discussion) }
    for positional in command.positionals { page.item(positional.name, positional.explanation) }
    for option in command.options { page.item(option.manualLabel, option.explanation) }
    for example in command.examples { page.example(example) }
    for status in command.exitStatuses { page.item("Exit status \(status.code)", status.meaning) }
  }
}

extension OptionSpec {
  fileprivate var manualLabel: String { label.hasPrefix(" ") ? String(label.dropFirst(4)) : label }
}
