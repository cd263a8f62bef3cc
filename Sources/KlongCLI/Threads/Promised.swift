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

extension Promised {
  /// Two values, the first made by a thread of its own where the system has one to give.
  ///
  /// - Throws: what the second throws, else what the first does.
  static func both<Other>(
    _ make: @escaping () throws -> Value, and other: () throws -> Other
  ) throws -> (Value, Other) {
    let promise = Promised()
    let thread = JoinedThread { promise.fulfil(make) }
    let own = Result { try other() }
    thread?.join()
    let second = try own.get()
    promise.fulfil(make)
    return (try promise.value(), second)
  }
}
