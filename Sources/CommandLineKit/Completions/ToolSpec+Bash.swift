extension ToolSpec {
  /// For bash 4 and later, without the package bash-completion.
  var bashCompletions: String {
    """
    # bash completions of \(name) \(version), made by "\(name) completions bash".
    _\(name)() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= values= word
      COMPREPLY=()
      if [[ $current == = ]]; then
        current=
      elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
          \(commands.map(\.name).joined(separator: "|"))) command=$word; break ;;
        esac
      done
      case "$command $previous" in
    \(commands.flatMap(bashValues).joined(separator: "\n"))
      esac
      case $command in
    \(commands.map(bashWords).joined(separator: "\n"))
        *) words='\((commands.map(\.name) + globalOptions.flatMap(\.words)).joined(separator: " "))' ;;
      esac
      if [[ $current == -* || -z $command ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -W "$values" -- "$current"))
        [[ -n $values ]] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
      fi
    }
    complete -F _\(name) \(name)

    """
  }

  /// What may follow an option that takes a value.
  private func bashValues(_ command: CommandSpec) -> [String] {
    options(of: command).filter(\.takesValue).map { option in
      let pattern = option.words.map { "'\(command.name) \($0)'" }.joined(separator: "|")
      let choice =
        if !option.allowed.isEmpty {
          "COMPREPLY=($(compgen -W '\(option.allowed.joined(separator: " "))' -- \"$current\"))"
        } else if option.namesFile {
          "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"
        } else if option.namesFolder {
          "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$current\")"
        } else {
          ":"
        }
      return "    \(pattern)) \(choice); return ;;"
    }
  }

  private func bashWords(_ command: CommandSpec) -> String {
    let words = options(of: command).flatMap(\.words).joined(separator: " ")
    let values = command.positionals.first?.allowed ?? []
    let names = command.positionals.first?.name == "COMMAND" ? commands.map(\.name) : values
    return "    \(command.name)) words='\(words)' values='\(names.joined(separator: " "))' ;;"
  }
}

extension OptionSpec {
  /// The option as it is typed, long and short.
  var words: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }
}
