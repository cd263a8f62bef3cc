import Synchronization

/// Says that time is up once it was asked often enough, so that no test hangs on the clock.
final class PatienceCounter: Sendable {
  private let most: Int
  private let asked = Atomic<Int>(0)

  init(most: Int) { self.most = most }

  func isOver() -> Bool { asked.add(1, ordering: .relaxed).newValue > most }
}
