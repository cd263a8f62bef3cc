internal import Glibc

/// Files that somebody draws in while we look on.
struct WatchedFiles {
  /// What tells a file from an earlier state of it; nil for one that is not there.
  struct Mark: Equatable {
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let paths: () -> [String]

  /// - Parameter paths: asked anew each time, for a folder may get another file.
  init(_ paths: @escaping () -> [String]) { self.paths = paths }

  /// Waits until something has changed since `known`, and then until nothing does any more.
  ///
  /// Asks a few times a second instead of having the system tell: editors replace files, and network folders tell nothing.
  func wait(after known: State) -> State {
    var now = state
    while now == known {
      usleep(Self.pause)
      now = state
    }
    while true {
      usleep(Self.pause)
      let next = state
      if next == now { return now }
      now = next
    }
  }

  private static let pause: useconds_t = 200_000

  struct State: Equatable { fileprivate var marks: [String: Mark?] }

  var state: State {
    var marks: [String: Mark?] = [:]
    for path in paths() {
      var status = stat()
      marks[path] =
        stat(path, &status) == 0
        ? Mark(
          inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec),
          nanoseconds: Int(status.st_mtim.tv_nsec)) : .some(nil)
    }
    return State(marks: marks)
  }
}
