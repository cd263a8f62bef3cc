internal import CGEOS
internal import Glibc

/// Ends a call of GEOS that is past its deadline.
///
/// Until GEOS 3.14 a request to stop is one flag of the whole process. So the one callback looks at the
/// deadline of the thread that it is called on and raises the flag only for it. Another thread may see the
/// flag first and be stopped in its place: it then starts over (see `Operation`), and the late thread raises
/// the flag again at its next look.
enum Interrupt {
  /// The thread's deadline in nanoseconds is kept as the bits of a pointer; nil is none.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static let isReady: Bool = {
    GEOS_interruptRegisterCallback { Interrupt.look() }
    return true
  }()

  /// Runs `body` under a deadline of this thread, which replaces the one before until the end.
  static func holding<Answer>(
    _ deadline: Deadline, _ body: () throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    _ = isReady
    let before = pthread_getspecific(key)
    pthread_setspecific(key, UnsafeRawPointer(bitPattern: UInt(max(deadline.nanoseconds, 1))))
    defer { pthread_setspecific(key, before) }
    return try body()
  }

  private static func look() {
    guard let deadline = pthread_getspecific(key) else { return }
    if UInt(bitPattern: deadline) <= UInt(Deadline.now) { GEOS_interruptRequest() }
  }
}

extension GEOSError {
  /// Whether GEOS stopped because the flag was up.
  var isInterruption: Bool {
    if case .failed(_, let message) = self { message.hasPrefix("InterruptedException") } else { false }
  }
}
