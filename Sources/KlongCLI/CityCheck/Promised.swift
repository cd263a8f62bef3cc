/// A value that one thread makes and others wait for.
final class Promised<Value: Sendable>: @unchecked Sendable {
  // @unchecked because the outcome is touched only under the lock.
  private let lock = Lock()
  private var outcome: Result<Value, any Error>?

  /// Makes the value, unless that was done before.
  func fulfil(_ make: () throws -> Value) {
    guard lock.locked({ outcome == nil }) else { return }
    let made = Result { try make() }
    lock.locked {
      outcome = made
      lock.wakeAll()
    }
  }

  /// Waits for it.
  func value() throws -> Value {
    try lock.locked { () -> Result<Value, any Error> in
      while true {
        if let outcome { return outcome }
        lock.wait()
      }
    }.get()
  }
}
