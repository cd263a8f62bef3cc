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
    var free = -Double.infinity
    for stretch in stretches {
      var from = max(stretch.lowerBound, free)
      while true {
        let fits = ((stretch.upperBound - from + SlabMap.tolerance) / rules.frontage).rounded(.down)
        let units = min(limit, Int(max(0, min(fits, 1e6))))
        guard units > 0 else { break }
        rows.append(RowRun(from: from, units: units))
        from += Double(units) * rules.frontage
        from += units > rules.shortRow ? rules.rowGap : rules.sideGap
        free = from
      }
    }
    return rows
  }
}
