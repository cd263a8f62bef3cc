internal import Glibc
internal import Synchronization

/// The temporaries that a signal must remove.
///
/// The handler may only do what signal-safety(7) allows, so it reads memory prepared before and calls `unlink`: each
/// entry is a place in one block that is never freed, and a bit says whether it holds a path. A handler that reads a
/// place while another thread fills it sees at worst the name of a file that does not exist.
enum LeftoverRegistry {
  /// Nil for a path that could not be entered: a signal would leave that one behind, nothing worse.
  typealias Entry = Int?

  private static let places = 64
  private static let longestPath = 4096
  private static let taken = Atomic<UInt64>(0)
  private static let published = Atomic<UInt64>(0)
  private static let holds = Atomic<Bool>(false)
  private static let waitingSignal = Atomic<Int32>(0)
  // because every place is written only by the thread that took its bit, and the block is never freed.
  nonisolated(unsafe) private static let paths = UnsafeMutablePointer<CChar>.allocate(
    capacity: places * longestPath)

  static func add(_ path: String) -> Entry {
    _ = installed
    let characters = path.utf8CString
    guard characters.count <= longestPath, let place = takePlace() else { return nil }
    characters.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      (paths + place * longestPath).update(from: start, count: source.count)
    }
    published.bitwiseOr(1 << UInt64(place), ordering: .releasing)
    return place
  }

  static func remove(_ entry: Entry) {
    guard let entry else { return }
    let others = ~(UInt64(1) << UInt64(entry))
    published.bitwiseAnd(others, ordering: .releasing)
    taken.bitwiseAnd(others, ordering: .releasing)
  }

  private static func takePlace() -> Int? {
    for place in 0..<places {
      let bit = UInt64(1) << UInt64(place)
      if taken.bitwiseOr(bit, ordering: .acquiringAndReleasing).oldValue & bit == 0 { return place }
    }
    return nil
  }

  /// From here to `releaseSignals` a signal waits: several outputs are put in place all or none.
  static func holdSignals() { holds.store(true, ordering: .sequentiallyConsistent) }

  static func releaseSignals() {
    holds.store(false, ordering: .sequentiallyConsistent)
    let signal = waitingSignal.exchange(0, ordering: .sequentiallyConsistent)
    if signal != 0 { raise(signal) }
  }

  /// Removes all that is registered. Called in the handler: no allocation, no lock, no library but `unlink`.
  private static func sweep() {
    let bits = published.load(ordering: .acquiring)
    var place = 0
    while place < 64 {
      if bits & (1 << UInt64(truncatingIfNeeded: place)) != 0 { unlink(paths + place &* 4096) }
      place &+= 1
    }
  }

  /// Installs the handlers once. A signal that is ignored (nohup, a background job) stays ignored.
  private static let installed: Void = {
    // Everything the handler touches is made now: the first use of a lazy global is not safe in a handler.
    sweep()
    _ = (holds.load(ordering: .relaxed), waitingSignal.load(ordering: .relaxed))
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(number, nil, &before)
      if isIgnored(before) { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in LeftoverRegistry.heed(number) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESTART))
      sigaction(number, &action, nil)
    }
  }()

  private static func isIgnored(_ action: sigaction) -> Bool {
    // SIG_IGN is the address 1, which no function has.
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// The handler: away with the temporaries, then the end by the same signal, as the shell expects.
  private static func heed(_ number: Int32) {
    if holds.load(ordering: .sequentiallyConsistent) {
      waitingSignal.store(number, ordering: .sequentiallyConsistent)
      return
    }
    sweep()
    signal(number, SIG_DFL)
    raise(number)
  }
}
