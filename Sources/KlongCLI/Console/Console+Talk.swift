internal import CommandLineKit

extension Console {
  /// One line of talk, such as what was written where. Made safe as a whole; `--quiet` leaves it out.
  public func note(_ line: String) {
    guard !isQuiet, !usesJSON else { return }
    talk(lines: printable(line, limit: Self.longestLine) + "\n")
  }

  /// One line that must be seen though the work goes on, such as a poor accuracy.
  public func warn(_ line: String) {
    if usesJSON {
      talk(lines: "{\"warning\":\(Refusal.json(line))}\n")
    } else {
      talk(lines: "klong: warning: " + printable(line, limit: Self.longestLine) + "\n")
    }
  }

  public func report(_ refusal: Refusal) { talk(lines: usesJSON ? refusal.json : refusal.text) }

  private static let longestLine = 1000
}
