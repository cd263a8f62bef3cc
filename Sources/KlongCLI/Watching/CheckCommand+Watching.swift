internal import CommandLineKit

extension CheckCommand {
  static let watchOptions: [OptionSpec] = [
    OptionSpec(
      "watch", help: "check again whenever one of the files has changed, until Ctrl-C: for people who draw")
  ]

  /// Checks, and again after each change of a file; what is wrong with a file is told, and does not end it.
  ///
  /// Ends by a signal, or when nobody reads the output any more.
  static func watch(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let named = arguments.positionals + arguments.strings("canals") + arguments.strings("bank")
    let others = [arguments.string("rules"), arguments.string("baseline")].compactMap { $0 }
    guard !named.contains("-") else {
      throw UsageError("--watch cannot wait for standard input to change", remedy: "name a file")
    }
    let files = WatchedFiles { ((try? InputPaths.expanded(named)) ?? named) + others }
    var known = files.state
    var code = ExitCode.done
    while true {
      do {
        code = try once(arguments, console)
        try console.output.flush()
      } catch {
        code = console.report(error)
      }
      if console.output.isReaderGone { return code }
      console.note("waiting for a change; Ctrl-C ends")
      known = files.wait(after: known)
    }
  }
}
