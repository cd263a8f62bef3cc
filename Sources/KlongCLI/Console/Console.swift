internal import Glibc
internal import Synchronization

/// What a command says and writes: data to standard output, talk to standard error.
public final class Console: Sendable {
  /// `--quiet`: no notes and no progress; warnings and refusals remain.
  public let isQuiet: Bool
  /// `--json-errors`: refusals as one JSON object a line; notes and progress are left out.
  public let usesJSON: Bool
  /// Columns to wrap to.
  public let width: Int
  let showsProgress: Bool
  let output: StandardOutput
  let now: @Sendable () -> ContinuousClock.Instant
  private let files: FileSystem
  /// What stands on the progress line now.
  private let progressLine = Mutex<String>("")

  init(
    quiet: Bool = false, json: Bool = false, width: Int = 80, isTerminal: Bool = false,
    files: FileSystem = .real,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    isQuiet = quiet
    usesJSON = json
    self.width = width
    showsProgress = isTerminal && !quiet && !json
    output = StandardOutput(files: files)
    self.files = files
    self.now = now
  }

  /// A console that says nothing, for programs that call a command's parts.
  public static func silent() -> Console { Console(quiet: true) }

  /// Sends bytes to standard error. Nobody is left to tell when that fails.
  private func talk(_ text: String) {
    let bytes = Array(text.utf8)
    var writer = DescriptorWriter(STDERR_FILENO, files)
    try? bytes.withBytes { bytes throws(SystemFailure) in
      try writer.write(bytes)
      try writer.flush()
    }
  }

  /// Writes whole lines, with the progress line out of the way.
  func talk(lines: String) {
    progressLine.withLock { line in
      talk(line.isEmpty ? lines : Self.erased + lines + line)
    }
  }

  /// Puts `text` on the progress line in place of what stood there; empty erases it.
  func showProgress(_ text: String) {
    progressLine.withLock { line in
      guard line != text else { return }
      talk(Self.erased + text)
      line = text
    }
  }

  /// To the beginning of the line and clear it (ECMA-48: EL).
  private static let erased = "\r\u{1B}[K"
}
