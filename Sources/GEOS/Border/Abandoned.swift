internal import Glibc
internal import Synchronization

/// What is left of calls whose callers have stopped waiting.
enum Abandoned {
  /// Threads that GEOS is running on, waited for or not.
  static let running = Atomic<Int>(0)

  /// Lets the process end while such a thread runs.
  ///
  /// The usual end destroys what libgeos shares between threads, and a thread that still uses it would end in a
  /// signal. So the end is cut short instead: what is buffered is written, and the exit code stays.
  static func endProcessWithoutCleaningUp() { _ = isArranged }

  private static let isArranged: Bool = {
    on_exit(
      { code, _ in
        guard Abandoned.running.load(ordering: .acquiring) > 0 else { return }
        fflush(nil)
        _exit(code)
      }, nil)
    return true
  }()
}

extension GEOSDeadline {
  /// Calls that go on although nobody waits for them any more, each on a core and in memory of its own.
  ///
  /// Counts the calls that are waited for too. Zero when all is quiet.
  public static var runningCalls: Int { Abandoned.running.load(ordering: .acquiring) }
}
