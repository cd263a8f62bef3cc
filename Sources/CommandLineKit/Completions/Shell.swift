/// The shells that completions are written for.
public enum Shell: String, Sendable, CaseIterable { case bash, zsh, fish }

extension ToolSpec {
  /// A script that teaches a shell the commands, options and values of this tool.
  public func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions
    case .fish: fishCompletions
    }
  }
}

extension String {
  /// In single quotes for a POSIX shell.
  var singleQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// With a backslash before each of `marks`.
  func escaping(_ marks: String) -> String {
    var result = ""
    for letter in self {
      if marks.contains(letter) { result += "\\" }
      result.append(letter)
    }
    return result
  }
}
