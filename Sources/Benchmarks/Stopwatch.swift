/// How long a piece of work takes.
enum Stopwatch {
  /// The answer and the seconds of one run.
  static func time<Answer>(_ work: () throws -> Answer) rethrows -> (answer: Answer, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try work()
    return (answer, seconds(clock.now - start))
  }

  /// The middle of `runs` runs, in seconds: a busy machine spoils a mean, seldom a median.
  static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<max(1, runs) { times.append(try time(work).seconds) }
    times.sort()
    return times[times.count / 2]
  }

  static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
