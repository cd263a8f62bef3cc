/// A row on the walkway with columns behind it, the legal distance between them.
enum CombPattern {
  static func best(in block: Block, of bay: Bay, rules: LayoutRules) -> Arrangement {
    var comb = RowStack.frontRow(in: block, of: bay, rules: rules)
    guard let top = comb.rows.map({ $0.low + rules.depth }).max() else { return comb }
    let isLong = comb.rows.contains { $0.run.units > rules.shortRow }
    comb.add(
      ColumnPattern.pair(
        in: block, of: bay, rules: rules, from: top + (isLong ? rules.rowGap : rules.sideGap)))
    return comb
  }
}
