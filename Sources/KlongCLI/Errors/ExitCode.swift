/// How a run ended. Promise 7: these numbers never change.
public enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  /// Done, but a rule is broken or someone is left without a plot.
  case findings = 1
  /// An input cannot be read or is invalid.
  case invalidInput = 2
  /// The command line is wrong (EX_USAGE of sysexits.h).
  case usage = 64
  /// A fault of this program (EX_SOFTWARE).
  case ourFault = 70
  /// The file system failed (EX_IOERR).
  case fileSystem = 74
  /// A limit or a deadline was reached (EX_TEMPFAIL: it may go with another limit).
  case limit = 75

  var meaning: String {
    switch self {
    case .done: "done, and every rule that was checked is kept"
    case .findings: "done, but a rule is broken or someone is left without a plot"
    case .invalidInput: "an input cannot be read or is invalid"
    case .usage: "the command line is wrong"
    case .ourFault: "a fault of klong itself; please report it"
    case .fileSystem: "the file system failed: disk full, no permission to write, read-only"
    case .limit: "a limit or a deadline was reached; the message names the option that moves it"
    }
  }
}
