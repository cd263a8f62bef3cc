package import Regulations
package import Settlement

/// What the rule book says of one canal, and how far from it that can matter.
struct CanalLaw {
  let answer: SetbackAnswer
  /// The width by which the rule was chosen, nil when nobody knows it.
  let widthMetres: Double?
  /// How the width came to be known, for the message; nil when the data states it.
  let widthNote: String?
  let isCulvert: Bool
  let water: WaterBody?

  /// How far from the line a building is asked about where the book gives no answer.
  private let openReachMetres: Double

  /// Half a canal whose width nobody knows: an assumption, from the 38 m planned for Khlong Lat Phrao.
  private static let assumedHalfWidthMetres = 19.0

  /// Where a book has no number at all: an assumption, the largest distance of MR 55 clause 42.
  private static let assumedSetbackMetres = 12.0

  /// What is asked of a building without an exemption of its own.
  var demand: SetbackDemand { SetbackDemand(answer, reachMetres: reachMetres, isCulvert: isCulvert) }

  /// The distance asked for were the canal an open one.
  var requiredMetres: Double? { answer.metres }

  /// How far from the legal line a building can matter.
  var reachMetres: Double { requiredMetres ?? openReachMetres }

  init(_ canal: Canal, book: RuleBook, assumedWidthMetres: Double?) {
    isCulvert = canal.isCulvert
    openReachMetres =
      max(book.greatestSetbackMetres ?? 0, Self.assumedSetbackMetres) + Self.assumedHalfWidthMetres
    let stated = canal.widthMetres ?? assumedWidthMetres
    if let stated {
      widthMetres = stated
      widthNote = canal.widthMetres == nil ? "the width of \(stated.metres) was given with the check" : nil
      water = canal.water(widthMetres: stated)
      answer = Self.answer(water, book)
    } else if let drawn = canal.drawnWidthMetres, !canal.isStanding {
      let range = Self.drawnRange.map { canal.water(widthMetres: drawn * $0) }
      let answers = range.map { Self.answer($0, book) }
      let isSure = Set(answers.map(\.metres)).count == 1
      widthMetres = isSure ? drawn : nil
      widthNote = "nobody stated the width; about \(drawn.text(decimals: 1)) m was measured on the drawing"
      water = range[1]
      answer = isSure ? answers[1] : .unknown(missing: "width (width_m)", rule: answers[1].rule)
    } else {
      widthMetres = nil
      widthNote = nil
      (water, answer) = Self.lake(canal, book)
    }
  }

  /// What is measured on a drawing decides only when half as much more or less would decide the same (an assumption).
  private static let drawnRange = [2.0 / 3, 1, 1.5]

  /// A lake whose area nobody stated counts by what is drawn of it, under the same condition.
  private static func lake(_ canal: Canal, _ book: RuleBook) -> (WaterBody?, SetbackAnswer) {
    let stated = canal.water(widthMetres: nil)
    let answer = answer(stated, book)
    let drawn = canal.area.reduce(0) { $0 + $1.areaInSquareMetres } / 10_000
    guard case .unknown = answer, canal.isStanding, canal.areaHectares == nil, drawn > 0 else {
      return (stated, answer)
    }
    let answers = drawnRange.map { factor -> (WaterBody?, SetbackAnswer) in
      var lake = canal
      lake.areaHectares = drawn * factor
      let water = lake.water(widthMetres: nil)
      return (water, Self.answer(water, book))
    }
    return Set(answers.map(\.1.metres)).count == 1 ? answers[1] : (stated, answer)
  }

  private static func answer(_ water: WaterBody?, _ book: RuleBook) -> SetbackAnswer {
    guard let water else { return .unknown(missing: "a width and depth from 0 up", rule: nil) }
    return book.setback(for: water)
  }
}

extension Canal {
  /// The canal in the words of a rule book; nil when a figure cannot be one.
  package func water(widthMetres: Double?) -> WaterBody? {
    try? WaterBody(
      form: isStanding ? .largeBody : .channel, widthMetres: widthMetres, depthMetres: depthMetres,
      areaHectares: areaHectares, basinSquareKilometres: basinSquareKilometres, landClass: landClass,
      channelClass: channelClass, isLined: isLined, isDiked: isDiked, locality: locality)
  }

  /// The width of the rectangle that has the area and the outline of what was drawn; nil for a mere line.
  ///
  /// Good for a canal, which is long and narrow; a round pond counts as a square.
  var drawnWidthMetres: Double? {
    let measured = area.map { (area: $0.areaInSquareMetres, half: $0.perimeterInMetres / 2) }
    let total = measured.reduce((area: 0.0, half: 0.0)) { ($0.area + $1.area, $0.half + $1.half) }
    guard total.area > 0, total.half > 0 else { return nil }
    let rest = total.half * total.half - 4 * total.area
    return rest > 0 ? (total.half - rest.squareRoot()) / 2 : total.area.squareRoot()
  }
}
