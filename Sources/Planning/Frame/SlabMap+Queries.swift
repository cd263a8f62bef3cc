extension SlabMap {
  /// A level in whole tolerances, by which slabs are told apart.
  static func rounded(_ level: Double) -> Double { (level / tolerance).rounded() }

  func position(_ slab: Int) -> Double { start + Double(slab) * step }

  /// The indices of a slab's stretches, from the bank inland.
  func stretches(of slab: Int) -> Range<Int> { firsts[slab]..<firsts[slab + 1] }

  func ranges(of slab: Int) -> [ClosedRange<Double>] { stretches(of: slab).map { lows[$0]...highs[$0] } }

  /// Where the ground of a slab begins and ends, gaps or not; nil without ground.
  func ends(of slab: Int) -> (low: Double, high: Double)? {
    let own = stretches(of: slab)
    return own.isEmpty ? nil : (lows[own.lowerBound], highs[own.upperBound - 1])
  }

  /// Whether every slab of the range has ground without a gap.
  func isWhole(_ range: Range<Int>) -> Bool {
    range.allSatisfy { firsts[$0 + 1] == firsts[$0] + 1 }
  }

  /// Whether one stretch of the slab holds `low...high`.
  func isFree(_ slab: Int, _ low: Double, _ high: Double) -> Bool {
    for index in firsts[slab]..<firsts[slab + 1]
    where lows[index] <= low + Self.tolerance && highs[index] >= high - Self.tolerance {
      return true
    }
    return false
  }

  /// The runs of slabs in `range` that are free from `low` to `high` and pass `test`.
  func freeRuns(
    in range: Range<Int>, _ low: Double, _ high: Double, where test: (Int) -> Bool = { _ in true }
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    forEachFreeRun(in: range, low, high, where: test) { runs.append($0) }
    return runs
  }

  /// The same, told one by one: the search asks this more often than anything else.
  @inline(__always)
  func forEachFreeRun(
    in range: Range<Int>, _ low: Double, _ high: Double, where test: (Int) -> Bool,
    _ body: (Range<Int>) -> Void
  ) {
    var begin = -1
    for slab in range {
      if isFree(slab, low, high), test(slab) {
        if begin < 0 { begin = slab }
      } else if begin >= 0 {
        body(begin..<slab)
        begin = -1
      }
    }
    if begin >= 0 { body(begin..<range.upperBound) }
  }

  /// The stretches that all slabs of the range have in common.
  func commonStretches(_ range: Range<Int>) -> [ClosedRange<Double>] {
    guard let first = range.first else { return [] }
    if isWhole(range) { return wholeStretch(range) }
    var common = ranges(of: first)
    for slab in range.dropFirst() {
      common = Self.meet(common, ranges(of: slab))
      if common.isEmpty { break }
    }
    return common
  }

  private func wholeStretch(_ range: Range<Int>) -> [ClosedRange<Double>] {
    var low = -Double.infinity
    var high = Double.infinity
    for slab in range {
      low = max(low, lows[firsts[slab]])
      high = min(high, highs[firsts[slab]])
    }
    return low < high ? [low...high] : []
  }

  private static func meet(
    _ a: [ClosedRange<Double>], _ b: [ClosedRange<Double>]
  ) -> [ClosedRange<Double>] {
    var meeting: [ClosedRange<Double>] = []
    for x in a {
      for y in b {
        let low = max(x.lowerBound, y.lowerBound)
        let high = min(x.upperBound, y.upperBound)
        if low < high { meeting.append(low...high) }
      }
    }
    return meeting
  }
}
