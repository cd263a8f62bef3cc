import Synchronization

/// Adds up the work that several threads have done.
final class ProgressMeter: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let report: @Sendable (Double) -> Void

  init(total: Int, report: @escaping @Sendable (Double) -> Void) {
    self.total = max(1, total)
    self.report = report
  }

  func add(_ work: Int) {
    done.withLock { done in
      done += work
      report(min(1, Double(done) / Double(total)))
    }
  }
}
