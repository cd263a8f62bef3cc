internal import CGEOS

/// One call of GEOS with its own context and deadline.
struct Operation {
  /// The C function that does the work, as errors name it.
  let function: String
  let limit: Duration
  /// Whether the call may run long between two looks at the clock, so that it needs a thread of its own.
  var isHeavy = false

  /// Runs the body with a fresh context, here or on a thread of its own.
  ///
  /// The body may run more than once: when the interruption of another thread's call hit this one.
  func run<Answer: Sendable>(
    _ body: @escaping @Sendable (borrowing Context, String) throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    let deadline = Deadline(in: limit)
    guard isHeavy else { return try attempt(until: deadline, body) }
    return try Worker<Answer>.run(function, until: deadline) { () throws(GEOSError) in
      try attempt(until: deadline, body)
    }
  }

  private func attempt<Answer>(
    until deadline: Deadline, _ body: (borrowing Context, String) throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    try Interrupt.retrying(function, until: deadline) { () throws(GEOSError) in
      try body(Context(), function)
    }
  }
}

extension Interrupt {
  /// Runs `body` under the deadline, again while it is stopped in another thread's place.
  static func retrying<Answer>(
    _ function: String, until deadline: Deadline, _ body: () throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    while true {
      if deadline.isPassed { throw .deadlinePassed(function: function, limit: deadline.limit) }
      do throws(GEOSError) {
        return try holding(deadline, body)
      } catch {
        guard error.isInterruption else { throw error }
      }
    }
  }
}
