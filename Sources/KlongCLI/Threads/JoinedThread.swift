internal import Glibc

/// A thread that somebody waits for.
final class JoinedThread {
  private var thread = pthread_t()

  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Nil where the system has no thread to give.
  init?(_ body: @escaping () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    let status = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    if status != 0 {
      box.release()
      return nil
    }
  }

  func join() { pthread_join(thread, nil) }
}
