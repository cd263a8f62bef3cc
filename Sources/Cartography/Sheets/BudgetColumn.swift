/// A column of amounts, as wide as the longest needs to be: an amount is never cut.
struct BudgetColumn {
  static let lineHeight = 5.2
  /// Of the letters.
  private static let size = 2.1
  /// More currencies than this are counted and not written out.
  private static let mostCurrencies = 4

  private let style: MapStyle
  private let typesetter: Typesetter
  /// Zero where nobody states an amount.
  private(set) var width = 0.0

  init(_ cells: [[ProgrammeFigures.Amount]], _ style: MapStyle, _ typesetter: Typesetter) {
    (self.style, self.typesetter) = (style, typesetter)
    let widest = cells.flatMap(marks).map(\.size.width).max()
    width = widest.map { max(22, $0 + 4) } ?? 0
  }

  /// What is written of the amounts, one a currency.
  func lines(of amounts: [ProgrammeFigures.Amount]) -> [String] {
    let shown = amounts.prefix(Self.mostCurrencies).map { style.money($0.amount, $0.currency) }
    let more = amounts.count - shown.count
    return more > 0 ? shown + [style[.programmeCurrencies, style.grouped(more)]] : shown
  }

  private func marks(_ amounts: [ProgrammeFigures.Amount]) -> [TextMark] {
    lines(of: amounts).map { typesetter.text($0, TextStyle(body: Self.size)) }
  }

  /// Draws them to the left of an edge, around a height.
  func draw(
    _ amounts: [ProgrammeFigures.Amount], endingAt right: Double, _ middle: Double,
    into drawing: inout Drawing
  ) {
    let marks = marks(amounts)
    var y = middle - Double(marks.count) * Self.lineHeight / 2
    for mark in marks {
      drawing.add(mark.at(right - 2 - mark.size.width, y + (Self.lineHeight - mark.size.height) / 2))
      y += Self.lineHeight
    }
  }
}

extension MapStyle {
  /// With thousands parted; a dash for what is not known.
  func grouped(_ number: Int?) -> String {
    guard let number else { return "–" }
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return digits(String(text.reversed()))
  }
}
