extension CommandSpec {
  /// Refuses too few, too many and unknown positional words.
  func checkPositionals(_ words: [String], tool: String) throws(UsageError) {
    let required = positionals.filter(\.isRequired)
    if words.count < required.count {
      let missing = required[words.count].name
      throw UsageError(
        "\(name) needs \(missing)", remedy: "write \(tool) \(usage); \"\(tool) \(name) --help\" explains")
    }
    if words.count > positionals.count, positionals.last?.isRepeating != true {
      throw UsageError(
        "\(name) does not take \(quoted(words[positionals.count]))", remedy: "write \(tool) \(usage)")
    }
    for (position, word) in words.enumerated() where !positionals.isEmpty {
      let spec = positionals[min(position, positionals.count - 1)]
      try checkAllowed(word, spec.allowed, at: spec.name)
    }
  }

  /// `plan [OPTIONS] FILE...`
  var usage: String {
    ([name] + (options.isEmpty ? [] : ["[OPTIONS]"]) + positionals.map(\.usage)).joined(separator: " ")
  }
}

/// Refuses a value that is not one of `allowed`, which is empty when any value is.
func checkAllowed(_ value: String, _ allowed: [String], at place: String) throws(UsageError) {
  guard !allowed.isEmpty, !allowed.contains(value) else { return }
  let guess = nearest(to: value, among: allowed).map { "did you mean \($0)? " } ?? ""
  throw UsageError(
    "\(place) cannot be \(quoted(value))", remedy: "\(guess)It can be \(allowed.joined(separator: ", "))")
}
