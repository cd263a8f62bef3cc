extension ToolSpec {
  var fishCompletions: String {
    let names = commands.map(\.name).joined(separator: " ")
    var lines = ["# fish completions of \(name) \(version), made by \"\(name) completions fish\"."]
    lines += commands.map {
      "complete -c \(name) -f -n 'not __fish_seen_subcommand_from \(names)' -a \($0.name) -d \($0.summary.fishQuoted)"
    }
    lines += globalOptions.map { fishOption($0, when: nil) }
    for command in commands {
      lines += command.options.map { fishOption($0, when: command.name) }
      if let values = command.positionals.first.map({
        $0.name == "COMMAND" ? names : $0.allowed.joined(separator: " ")
      }),
        !values.isEmpty
      {
        lines.append(
          "complete -c \(name) -f -n '__fish_seen_subcommand_from \(command.name)' -a \(values.fishQuoted)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishOption(_ option: OptionSpec, when command: String?) -> String {
    var words = ["complete -c \(name)"]
    if let command { words.append("-n '__fish_seen_subcommand_from \(command)'") }
    words.append("-l \(option.name)")
    if let short = option.short { words.append("-s \(short)") }
    if option.takesValue {
      words.append(
        option.namesFile ? "-r -F" : option.namesFolder ? "-x -a '(__fish_complete_directories)'" : "-x")
    }
    if !option.allowed.isEmpty { words.append("-a \(option.allowed.joined(separator: " ").fishQuoted)") }
    words.append("-d \(option.help.fishQuoted)")
    return words.joined(separator: " ")
  }
}

extension String {
  /// In single quotes for fish, where a backslash escapes.
  fileprivate var fishQuoted: String { "'" + escaping("\\'") + "'" }
}
