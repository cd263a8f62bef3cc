import Dispatch

/// Independent work on all cores, with the answers in the order of the questions.
package enum Parallel {
  package static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ work: @Sendable (Input) -> Output
  ) -> [Output] {
    var outputs = [Output?](repeating: nil, count: inputs.count)
    outputs.withUnsafeMutableBufferPointer { buffer in
      // nonisolated(unsafe) because every index is written by exactly one iteration, and read after all of them.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: inputs.count) { slots[$0] = work(inputs[$0]) }
    }
    return outputs.compactMap(\.self)
  }

  /// Two pieces of work at once.
  package static func both<One: Sendable, Other: Sendable>(
    _ one: @Sendable () -> One, _ other: @Sendable () -> Other
  ) -> (One, Other) {
    var (first, second): (One?, Other?)
    withUnsafeMutablePointer(to: &first) { first in
      withUnsafeMutablePointer(to: &second) { second in
        // nonisolated(unsafe) because each is written by one iteration alone, and read after both.
        nonisolated(unsafe) let (left, right) = (first, second)
        DispatchQueue.concurrentPerform(iterations: 2) { place in
          if place == 0 { left.pointee = one() } else { right.pointee = other() }
        }
      }
    }
    guard let first, let second else { return (one(), other()) }
    return (first, second)
  }
}
