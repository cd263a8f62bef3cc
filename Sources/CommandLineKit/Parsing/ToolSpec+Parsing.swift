extension ToolSpec {
  /// Sorts the words of a command line, without the name of the program.
  ///
  /// A request for help wins over every mistake on the same line.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
    if words.isEmpty { return .nothing }
    let beforeEnd = words.prefix { $0 != "--" }
    if beforeEnd.contains("--help") || beforeEnd.contains("-h") {
      return .help(beforeEnd.lazy.compactMap { command(named: $0) }.first)
    }
    if beforeEnd.first == "--version" { return .version }
    var scanner = ArgumentScanner(self, words)
    let arguments = try scanner.scan()
    return arguments.has("version") ? .version : .run(arguments)
  }
}
