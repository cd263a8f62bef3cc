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
    let answers = map([true, false]) { isFirst -> (One?, Other?) in
      isFirst ? (one(), nil) : (nil, other())
    }
    guard let first = answers.first?.0, let second = answers.last?.1 else { return (one(), other()) }
    return (first, second)
  }
}
