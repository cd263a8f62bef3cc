internal import Synchronization

/// Counts finished parts from any thread.
final class PartCounter: Sendable {
  let total: Int
  private let done = Atomic<Int>(0)

  init(total: Int) { self.total = total }

  /// One more; gives how many there are now.
  func count() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
}
