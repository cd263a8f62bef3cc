internal import Regulations

/// The row limits that count: of the rule book, and of the plan's own statement where that is stricter.
struct RowTerms {
  var units: Term<Int>?
  var length: Term<Double>?
  var gapAfterFullRow: Term<Double>?
  var gapBesideShorterRow: Term<Double>?

  struct Term<Value> {
    var value: Value
    var rule: RuleCitation
  }

  init(_ ground: Ground) {
    let limits = ground.book.rowLimits
    let statement = ground.statement
    units = Self.stricter(limits?.units, statement?.rowMaximumUnits, by: <)
    length = Self.stricter(limits?.length, statement?.rowMaximumMetres, by: <)
    gapAfterFullRow = Self.stricter(limits?.gap, statement?.rowGapMetres, by: >)
    gapBesideShorterRow = Self.stricter(limits?.gapBesideShorterRow, nil, by: >)
  }

  /// A row that is as long as the book allows; a plan may call a row full earlier.
  func isFull(_ row: Row) -> Bool {
    (units.map { row.plots.count >= $0.value } ?? false)
      || (length.map { row.lengthMetres >= $0.value - RowLengths.toleranceMetres } ?? false)
  }

  private static func stricter<Value>(
    _ limit: RowLimits.Limited<Value>?, _ claim: Value?, by isStricter: (Value, Value) -> Bool
  ) -> Term<Value>? {
    let law = limit.map { Term(value: $0.value, rule: RuleCitation($0.rule)) }
    guard let claim else { return law }
    if let law, !isStricter(claim, law.value) { return law }
    return Term(value: claim, rule: .claim("row", "Rows are as the plan claims"))
  }
}
