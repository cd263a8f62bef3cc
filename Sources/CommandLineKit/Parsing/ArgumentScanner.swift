/// Goes through the words of a command line once, left to right.
struct ArgumentScanner {
  let tool: ToolSpec
  private var words: ArraySlice<String>
  private var command: CommandSpec?
  private var positionals: [String] = []
  private var given: [String: [String]] = [:]
  private var optionsEnded = false

  init(_ tool: ToolSpec, _ words: [String]) {
    self.tool = tool
    self.words = words[...]
  }

  mutating func scan() throws(UsageError) -> ParsedArguments {
    while let word = words.popFirst() { try take(word) }
    guard let command else {
      throw UsageError("no command was given", remedy: "run \"\(tool.name) --help\" for the list of commands")
    }
    try command.checkPositionals(positionals, tool: tool.name)
    return ParsedArguments(
      command: command, positionals: positionals, options: tool.options(of: command), given: given)
  }

  private mutating func take(_ word: String) throws(UsageError) {
    if optionsEnded || word == "-" || word.isNegativeNumber { return try takePlain(word) }
    if word == "--" {
      optionsEnded = true
    } else if word.hasPrefix("--") {
      try takeLong(word.dropFirst(2))
    } else if word.hasPrefix("-") {
      try takeShort(word.dropFirst())
    } else {
      try takePlain(word)
    }
  }

  private mutating func takePlain(_ word: String) throws(UsageError) {
    // Word processors turn two hyphens into a long dash, and such a command line is then pasted into a terminal.
    if !optionsEnded, word.hasPrefix("\u{2013}") || word.hasPrefix("\u{2014}") {
      throw UsageError(
        "\(quoted(word)) starts with a long dash",
        remedy: "type two hyphens, as in --help; for a file, write ./ first")
    }
    if command == nil {
      command = try tool.command(orRefusing: word)
    } else {
      positionals.append(word)
    }
  }

  private mutating func takeLong(_ text: Substring) throws(UsageError) {
    let name = String(text.prefix { $0 != "=" })
    let value = name.utf8.count < text.utf8.count ? String(text.dropFirst(name.count + 1)) : nil
    guard let option = tool.options(of: command).first(where: { $0.name == name }) else {
      throw unknownOption("--\(name)", name: name)
    }
    if let value, !option.takesValue {
      throw UsageError("--\(name) takes no value, but got \(quoted(value))", remedy: "write --\(name) alone")
    }
    guard option.takesValue else { return try record(option, nil) }
    if let value { try record(option, value) } else { try record(option, nextValue(of: option)) }
  }

  /// `-o FILE`, `-oFILE` and flags written together, as in `-qh`.
  private mutating func takeShort(_ text: Substring) throws(UsageError) {
    var rest = text
    while let letter = rest.popFirst() {
      guard let option = tool.options(of: command).first(where: { $0.short == letter }) else {
        throw unknownOption("-\(text)", name: String(text.prefix { $0 != "=" }))
      }
      guard option.takesValue else {
        try record(option, nil)
        continue
      }
      if rest.first == "=" { rest.removeFirst() }
      return try record(option, rest.isEmpty ? nextValue(of: option) : String(rest))
    }
  }

  /// The word after an option, unless it looks like the next option: then the value was forgotten.
  private mutating func nextValue(of option: OptionSpec) throws(UsageError) -> String {
    let placeholder = option.value ?? "VALUE"
    guard let word = words.popFirst() else {
      throw UsageError("--\(option.name) needs a value", remedy: "write --\(option.name) \(placeholder)")
    }
    guard !word.hasPrefix("-") || word == "-" || word.isNegativeNumber else {
      throw UsageError(
        "--\(option.name) needs a value, but \(quoted(word)) follows",
        remedy:
          "write --\(option.name) \(placeholder), or --\(option.name)=\(printable(word)) if that is the value"
      )
    }
    return word
  }

  private mutating func record(_ option: OptionSpec, _ value: String?) throws(UsageError) {
    guard option.isRepeatable || given[option.name] == nil else {
      throw UsageError("--\(option.name) is given more than once", remedy: "keep one --\(option.name)")
    }
    if let value { try checkAllowed(value, option.allowed, at: "--\(option.name)") }
    given[option.name, default: []].append(value ?? "")
  }

  private func unknownOption(_ shown: String, name: String) -> UsageError {
    let command = command.map { " " + $0.name } ?? ""
    let names = tool.options(of: self.command).map(\.name)
    let guess = nearest(to: name, among: names).map { "did you mean --\($0)? " } ?? ""
    let elsewhere = self.command == nil && tool.commands.contains { $0.options.contains { $0.name == name } }
    return UsageError(
      "there is no option \(quoted(shown))" + (elsewhere ? " before the command" : ""),
      remedy: elsewhere
        ? "write the command first, then --\(name)"
        : "\(guess)\"\(tool.name)\(command) --help\" lists the options")
  }
}

extension String {
  /// A minus and a number: never the name of an option.
  fileprivate var isNegativeNumber: Bool {
    hasPrefix("-") && decimalNumber(self[...]) != nil
  }
}
