/// A block as it was chosen, between its two cuts.
struct Placement: Sendable {
  let block: Block
  let leftCut: Cut
  let rightCut: Cut
  let arrangement: Arrangement
  /// The figures of its plots.
  let rules: LayoutRules
  /// In scores of the search: a plot is ``BaySearch/plotScore``, less what it costs.
  let worth: Int

  var plots: Int { arrangement.plots }
}
