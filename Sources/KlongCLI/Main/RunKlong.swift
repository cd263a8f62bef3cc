internal import CommandLineKit

/// Runs the tool on the words of a command line, without the name of the program; gives the exit status.
public func runKlong(arguments: [String]) -> Int32 {
  StandardStreams.prepare()
  // Known before the table is read, because an error in reading it must already be told in the way asked for.
  let flags = Set(arguments.prefix { $0 != "--" })
  let console = Console(
    quiet: flags.contains("--quiet") || flags.contains("-q"), json: flags.contains("--json-errors"),
    width: StandardStreams.terminalWidth, isTerminal: StandardStreams.talksToTerminal)
  return run(arguments, console).rawValue
}

/// The same with a console of the caller's.
func run(_ arguments: [String], _ console: Console) -> ExitCode {
  var code = ExitCode.done
  do {
    code = try answer(arguments, console)
  } catch {
    code = console.report(error)
  }
  do throws(Refusal) {
    try console.output.finish()
  } catch {
    // The first failure is the one that people must hear of.
    if code == .done || code == .findings { code = console.report(error) }
  }
  return code
}

private func answer(_ arguments: [String], _ console: Console) throws -> ExitCode {
  let tool = KlongTool.spec
  switch try tool.parse(arguments) {
  case .nothing:
    console.talk(lines: tool.help(width: console.width))
    return .usage
  case .version:
    try console.write("\(tool.name) \(tool.version)\n")
    return .done
  case .help(let command):
    try console.write(tool.help(on: command, width: console.width))
    return .done
  case .run(let arguments):
    guard let command = commands.first(where: { $0.spec.name == arguments.command.name }) else {
      throw Refusal(problem: "a command without code", remedy: "please report it", code: .ourFault)
    }
    return try command.run(arguments, console)
  }
}

extension Console {
  /// Tells people of an error, and gives the exit code that goes with it.
  func report(_ error: any Error) -> ExitCode {
    let refusals = Refusal.all(for: error)
    for refusal in refusals { report(refusal) }
    return refusals.first?.code ?? .ourFault
  }
}
