extension ToolSpec {
  /// The command of that name, or an error that guesses what was meant.
  public func command(orRefusing name: String) throws(UsageError) -> CommandSpec {
    if let found = command(named: name) { return found }
    let guess = nearest(to: name, among: commands.map(\.name)).map { "did you mean \($0)? " } ?? ""
    throw UsageError(
      "there is no command \(quoted(name))", remedy: "\(guess)\"\(self.name) --help\" lists the commands")
  }
}
