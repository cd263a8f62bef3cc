internal import Synchronization

/// How far a long piece of work has come, shown on a terminal once it has taken a second.
public final class Progress: Sendable {
  private struct State {
    var done = 0
    var lastShown: ContinuousClock.Instant
  }

  private let console: Console
  private let title: String
  private let total: Int?
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>
  private static let patience: Duration = .seconds(1)
  private static let pause: Duration = .milliseconds(200)

  init(_ title: String, of total: Int?, console: Console) {
    self.console = console
    self.title = title
    self.total = total
    start = console.now()
    state = Mutex(State(lastShown: start))
  }

  /// Counts work done; cheap enough for every feature.
  public func advance(by steps: Int = 1) {
    guard console.showsProgress else { return }
    let line: String? = state.withLock { state in
      state.done = state.done &+ steps
      let now = console.now()
      guard now - start >= Self.patience, now - state.lastShown >= Self.pause else { return nil }
      state.lastShown = now
      return text(done: state.done, after: now - start)
    }
    if let line { console.showProgress(line) }
  }

  func end() { if console.showsProgress { console.showProgress("") } }

  /// `laying out rows: 41 %, about 12 s left`
  private func text(done: Int, after elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    guard let total, total > 0, done > 0 else { return "\(title): \(Self.time(seconds))" }
    let part = min(1, Double(done) / Double(total))
    return "\(title): \(Int(part * 100)) %, about \(Self.time(seconds * (1 - part) / part)) left"
  }

  private static func time(_ seconds: Double) -> String {
    guard let whole = Int(exactly: seconds.rounded(.up)) else { return "a long time" }
    return whole < 120 ? "\(whole) s" : "\(whole / 60) min"
  }
}

extension Console {
  /// Runs `body` and shows how far it is, where standard error is a terminal.
  ///
  /// - Parameter total: how many steps there are; nil where nobody knows.
  public func progress<Answer, Failure: Error>(
    _ title: String, of total: Int? = nil, _ body: (Progress) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let progress = Progress(title, of: total, console: self)
    defer { progress.end() }
    return try body(progress)
  }
}
