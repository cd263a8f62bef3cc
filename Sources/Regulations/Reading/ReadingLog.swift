internal import JSON

/// Collects what is wrong with a book while it is read, so that all of it can be told at once.
final class ReadingLog {
  private(set) var entries: [(path: JSONPath, problem: String, remedy: String)] = []
  private(set) var untold = 0

  /// Enough to work through in one sitting; a file of another kind would fill pages.
  static let mostProblems = 100

  func report(_ path: JSONPath, _ problem: String, remedy: @autoclosure () -> String) {
    if entries.count < Self.mostProblems {
      entries.append((path, problem, remedy()))
    } else {
      untold += 1
    }
  }

  var isClean: Bool { entries.isEmpty }
}
