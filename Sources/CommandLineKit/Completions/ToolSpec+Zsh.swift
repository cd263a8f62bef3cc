extension ToolSpec {
  var zshCompletions: String {
    """
    #compdef \(name)
    # zsh completions of \(name) \(version), made by "\(name) completions zsh".
    _\(name)() {
      local -a commands=(
    \(commands.map { "    " + "\($0.name):\($0.summary)".singleQuoted }.joined(separator: "\n"))
      )
      local command=$words[2]
      if (( CURRENT == 2 )); then
        _describe command commands
        _arguments \\
    \(zshArguments(globalOptions.map(zshOption), indent: 6))
        return
      fi
      shift words
      (( CURRENT-- ))
      case $command in
    \(commands.map(zshCase).joined(separator: "\n"))
      esac
    }
    _\(name) "$@"

    """
  }

  private func zshCase(_ command: CommandSpec) -> String {
    let specs = options(of: command).map(zshOption) + command.positionals.enumerated().map(zshPositional)
    return "    \(command.name))\n      _arguments \\\n\(zshArguments(specs, indent: 8)) ;;"
  }

  private func zshArguments(_ specs: [String], indent: Int) -> String {
    specs.map { String(repeating: " ", count: indent) + $0 }.joined(separator: " \\\n")
  }

  /// `'(-o --output)'{-o,--output=}'[where to write]:FILE:_files'`
  private func zshOption(_ option: OptionSpec) -> String {
    let marks = (option.takesValue ? "=" : "", option.takesValue ? "+" : "")
    let text = "[\(option.help.escaping("[]\\"))]" + (option.takesValue ? zshValue(option) : "")
    let others = option.isRepeatable ? "*" : "(\(option.words.joined(separator: " ")))"
    guard let short = option.short else { return "\(others)--\(option.name)\(marks.0)\(text)".singleQuoted }
    return "\(others.singleQuoted){-\(short)\(marks.1),--\(option.name)\(marks.0)}\(text.singleQuoted)"
  }

  private func zshValue(_ option: OptionSpec) -> String {
    let action =
      if !option.allowed.isEmpty {
        "(\(option.allowed.joined(separator: " ")))"
      } else if option.namesFile {
        "_files"
      } else if option.namesFolder {
        "_files -/"
      } else {
        " "
      }
    return ":\((option.value ?? "").escaping(":\\")):\(action)"
  }

  private func zshPositional(_ position: Int, _ positional: PositionalSpec) -> String {
    let place = positional.isRepeating ? "*" : "\(position + 1)"
    let optional = positional.isRequired || positional.isRepeating ? "" : ":"
    let names = positional.name == "COMMAND" ? commands.map(\.name) : positional.allowed
    let action = names.isEmpty ? "_files" : "(\(names.joined(separator: " ")))"
    return "\(place):\(optional)\(positional.name):\(action)".singleQuoted
  }
}
