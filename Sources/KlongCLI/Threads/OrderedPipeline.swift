/// Takes pieces from a source, works on them with several threads, and hands the results on in the order of the pieces.
///
/// No more pieces are in memory than there are threads. The error that counts is the one of the earliest piece, so that
/// the outcome does not depend on the number of threads.
final class OrderedPipeline<Piece, Result>: @unchecked Sendable {
  // @unchecked because the source and its state are touched only under `intake`, all else only under `outlet`.
  private let intake = Lock()
  private let outlet = Lock()
  private let next: () throws -> Piece?
  private let put: (Result) throws -> Void
  private var isExhausted = false
  private var nextTicket = 0
  private var turn = 0
  private var failure: (any Error)?

  init(next: @escaping () throws -> Piece?, put: @escaping (Result) throws -> Void) {
    self.next = next
    self.put = put
  }

  /// - Parameters:
  ///   - workers: one for each thread; the calling thread takes the first.
  ///   - prepare: done by the calling thread before its first piece, while the others begin.
  func run(_ workers: [(Piece) throws -> Result], prepare: () -> Void = {}) throws {
    let others = workers.dropFirst().compactMap { work in JoinedThread { self.serve(work) } }
    prepare()
    if let own = workers.first { serve(own) }
    for thread in others { thread.join() }
    if let failure { throw failure }
  }

  private func serve(_ work: (Piece) throws -> Result) {
    while let (ticket, piece) = take() {
      let result = Swift.Result { try work(piece.get()) }
      guard handOn(result, ticket) else { return }
    }
  }

  private func take() -> (Int, Swift.Result<Piece, any Error>)? {
    intake.locked {
      guard !isExhausted else { return nil }
      let piece: Swift.Result<Piece, any Error>
      do {
        guard let found = try next() else {
          isExhausted = true
          return nil
        }
        piece = .success(found)
      } catch {
        isExhausted = true
        piece = .failure(error)
      }
      defer { nextTicket += 1 }
      return (nextTicket, piece)
    }
  }

  /// Waits for the pieces before; false when there is nothing more to do.
  private func handOn(_ result: Swift.Result<Result, any Error>, _ ticket: Int) -> Bool {
    outlet.locked {
      while turn != ticket, failure == nil { outlet.wait() }
      guard failure == nil else { return false }
      do { try put(result.get()) } catch { failure = error }
      turn += 1
      outlet.wakeAll()
      return failure == nil
    }
  }
}
