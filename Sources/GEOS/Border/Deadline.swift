internal import Glibc

/// A moment on the clock that never jumps, in nanoseconds.
struct Deadline: Sendable {
  let limit: Duration
  let nanoseconds: Int64

  init(in limit: Duration) {
    self.limit = limit
    // Held to thirty years, so that adding it to the clock cannot overflow.
    let seconds = min(max(limit.components.seconds, 0), 1_000_000_000)
    let rest = limit > .zero ? limit.components.attoseconds / 1_000_000_000 : 0
    nanoseconds = Self.now + seconds * 1_000_000_000 + rest
  }

  var isPassed: Bool { Self.now >= nanoseconds }

  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
