import Testing

@testable import KlongCLI

/// Order and the first error, whatever the number of threads.
@Suite struct OrderedPipelineTests {
  struct Stop: Error, Equatable { var at: Int }

  private static func run(_ count: Int, threads: Int, failing: Set<Int>) -> ([Int], Int?) {
    var next = 0
    var put: [Int] = []
    let pipeline = OrderedPipeline<Int, Int>(next: {
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }) { put.append($0) }
    do {
      try pipeline.run(
        (0..<threads).map { _ in
          { piece in
            if failing.contains(piece) { throw Stop(at: piece) }
            return piece * 2
          }
        })
      return (put, nil)
    } catch {
      return (put, (error as? Stop)?.at)
    }
  }

  @Test(arguments: [1, 2, 5])
  func keepsTheOrder(threads: Int) {
    let (put, error) = Self.run(500, threads: threads, failing: [])
    #expect(put == (0..<500).map { $0 * 2 })
    #expect(error == nil)
  }

  @Test(arguments: [1, 2, 5])
  func theEarliestErrorCounts(threads: Int) {
    let (put, error) = Self.run(200, threads: threads, failing: [57, 58, 120])
    #expect(put == (0..<57).map { $0 * 2 })
    #expect(error == 57)
  }
}
