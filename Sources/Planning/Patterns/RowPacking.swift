/// Plots side by side along one line: where they begin and how many they are.
struct RowRun: Hashable, Sendable {
  let from: Double
  let units: Int
}

/// Packing plots side by side into free stretches, under the rule of the row.
enum RowPacking {
  /// Groups of plots, each a row of its own, in rising order.
  ///
  /// - Parameters:
  ///   - stretches: free stretches in rising order.
  ///   - limit: the most plots in one row.
  static func rows(
    in stretches: [ClosedRange<Double>], limit: Int, rules: LayoutRules
  ) -> [RowRun] {
    var rows: [RowRun] = []
    var packer = RowPacker(limit: limit, rules: rules)
    for stretch in stretches {
      packer.fill(stretch.lowerBound, stretch.upperBound) { rows.append(RowRun(from: $0, units: $1)) }
    }
    return rows
  }

  /// The same for rows with open ends: where nothing else stands in line, one may be as long as the longest.
  ///
  /// - Parameter floor: where that ends which stands below the first stretch.
  static func openRows(
    in stretches: [ClosedRange<Double>], above floor: Double, rules: LayoutRules
  ) -> [RowRun] {
    let short = rows(in: stretches, limit: rules.shortRow, rules: rules)
    guard rules.longRow > rules.shortRow, stretches.count == 1, short.count <= 2, let only = stretches.first
    else { return short }
    let from = max(only.lowerBound, floor + rules.rowGap)
    let units = from < only.upperBound ? min(rules.longRow, fits(from...only.upperBound, rules)) : 0
    return units > short.reduce(0) { $0 + $1.units } ? [RowRun(from: from, units: units)] : short
  }

  fileprivate static func fits(_ stretch: ClosedRange<Double>, _ rules: LayoutRules) -> Int {
    let length = stretch.upperBound - stretch.lowerBound + SlabMap.tolerance
    return Int(max(0, min((length / rules.frontage).rounded(.down), 1e6)))
  }
}

/// Packs one free stretch after the other, in rising order.
struct RowPacker {
  let limit: Int
  let rules: LayoutRules
  /// Before this no row may begin: the gap after the last one.
  private var free = -Double.infinity
  /// Plots so far.
  private(set) var units = 0

  init(limit: Int, rules: LayoutRules) {
    self.limit = limit
    self.rules = rules
  }

  /// - Parameter place: told where each row begins and how many plots it has.
  mutating func fill(_ low: Double, _ high: Double, _ place: (Double, Int) -> Void = { _, _ in }) {
    var from = max(low, free)
    while true {
      let fitting = min(limit, RowPacking.fits(from...max(from, high), rules))
      guard fitting > 0 else { break }
      place(from, fitting)
      units += fitting
      from += Double(fitting) * rules.frontage
      from += fitting > rules.shortRow ? rules.rowGap : rules.sideGap
      free = from
    }
  }
}
