internal import Glibc
internal import Synchronization

/// A thread for one call that may not look at the clock in time.
///
/// GEOS heeds a request to stop only where it looks for one; inside some buffers that is 15 s later. The
/// caller waits until the deadline and then leaves the thread behind. It goes on, with its own context and
/// its own copy of the input, until GEOS looks at the clock or is done; nobody reads its answer. Meanwhile it
/// costs one core and memory, which is why the tool ends with exit code 75 soon after (see `Abandoned`).
final class Worker<Answer: Sendable>: @unchecked Sendable {
  // @unchecked because `answer` is read and written only under `lock`, and the rest never changes.
  private var lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var ended = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var answer: Result<Answer, GEOSError>?
  private let body: @Sendable () throws(GEOSError) -> Answer

  private init(_ body: @escaping @Sendable () throws(GEOSError) -> Answer) {
    self.body = body
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(ended, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    // The last of caller and thread comes here, so neither holds the lock or waits any more.
    pthread_cond_destroy(ended)
    pthread_mutex_destroy(lock)
    ended.deallocate()
    lock.deallocate()
  }

  /// Runs the body on a thread of its own and waits for it until the deadline.
  static func run(
    _ function: String, until deadline: Deadline,
    _ body: @escaping @Sendable () throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    let worker = Worker(body)
    guard worker.start() else { return try body() }
    guard let answer = worker.wait(until: deadline.nanoseconds + Self.grace) else {
      Abandoned.endProcessWithoutCleaningUp()
      throw .deadlinePassed(function: function, limit: deadline.limit)
    }
    return try answer.get()
  }

  /// A tenth of a second in which a call that heeds its deadline may end by itself and free its memory.
  private static var grace: Int64 { 100_000_000 }

  /// GEOS simplifies by recursion, in the worst case as deep as the line has points. Only what is used is taken.
  private static var stack: Int { 64 << 20 }

  private func start() -> Bool {
    let box = Unmanaged.passRetained(Body { self.work() })
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stack)
    pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
    Abandoned.running.add(1, ordering: .relaxed)
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, runBody, box.toOpaque())
    guard status == 0 else {
      Abandoned.running.subtract(1, ordering: .relaxed)
      box.release()
      return false
    }
    return true
  }

  private func work() {
    let result: Result<Answer, GEOSError>
    do throws(GEOSError) { result = .success(try body()) } catch { result = .failure(error) }
    pthread_mutex_lock(lock)
    answer = result
    pthread_cond_signal(ended)
    pthread_mutex_unlock(lock)
  }

  private func wait(until nanoseconds: Int64) -> Result<Answer, GEOSError>? {
    var moment = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while answer == nil {
      if pthread_cond_timedwait(ended, lock, &moment) == ETIMEDOUT { break }
    }
    return answer
  }
}

/// What a thread runs, without the type of its answer.
private final class Body {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

private func runBody(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let box else { return nil }
  Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
  Abandoned.running.subtract(1, ordering: .releasing)
  return nil
}
