internal import Glibc

/// The three descriptors that a shell opens for us, made fit before anything else is opened.
enum StandardStreams {
  static func prepare() {
    // A reader that goes away and a file that grows past its limit are told by errno, not by the end of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A closed descriptor would be given to the next file opened, and talk would be written into it. `/dev/null` takes
    // its place, opened the wrong way round so that using it fails as using a closed one does.
    for (descriptor, flags) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", flags)
    }
  }

  /// Columns of the terminal: `COLUMNS`, then what the terminal says, then 80.
  static var terminalWidth: Int {
    if let columns = getenv("COLUMNS"), let width = Int(String(cString: columns)), width > 0 { return width }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether the talk goes to a terminal that understands being erased.
  static var talksToTerminal: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }
}
