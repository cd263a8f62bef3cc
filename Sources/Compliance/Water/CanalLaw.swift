internal import Regulations
internal import Settlement

/// What the rule book says of one canal, and how far from it that can matter.
struct CanalLaw {
  let answer: SetbackAnswer
  /// The width by which the rule was chosen, nil when nobody knows it.
  let widthMetres: Double?
  /// How the width came to be known, for the message; nil when the data states it.
  let widthNote: String?
  let isCulvert: Bool
  let water: WaterBody?

  /// Where nothing is known of the width, buildings this far from the line are asked about.
  ///
  /// An assumption: 12 m, the largest distance in MR 55 clause 42, and half of the 38 m planned for Khlong Lat Phrao.
  static let assumedReachMetres = 31.0

  /// The distance asked for were the canal an open one.
  var requiredMetres: Double? { answer.metres }

  /// How far from the legal line a building can matter.
  var reachMetres: Double { requiredMetres ?? Self.assumedReachMetres }

  init(_ canal: Canal, book: RuleBook, assumedWidthMetres: Double?) {
    isCulvert = canal.isCulvert
    let stated = canal.widthMetres ?? assumedWidthMetres
    if let stated {
      widthMetres = stated
      widthNote = canal.widthMetres == nil ? "the width of \(stated.metres) was given with the check" : nil
      water = canal.water(widthMetres: stated)
      answer = Self.answer(water, book)
    } else if let drawn = canal.drawnWidthMetres, !canal.isStanding {
      let range = Self.drawnWidthRange.map { canal.water(widthMetres: drawn * $0) }
      let answers = range.map { Self.answer($0, book) }
      let isSure = Set(answers.map(\.metres)).count == 1
      widthMetres = isSure ? drawn : nil
      widthNote = "nobody stated the width; about \(drawn.text(decimals: 1)) m was measured on the drawing"
      water = range[1]
      answer = isSure ? answers[1] : .unknown(missing: "width (width_m)", rule: answers[1].rule)
    } else {
      widthMetres = nil
      widthNote = nil
      water = canal.water(widthMetres: nil)
      answer = Self.answer(water, book)
    }
  }

  /// A width measured on a drawing decides only when half as much more or less would decide the same (an assumption).
  private static let drawnWidthRange = [2.0 / 3, 1, 1.5]

  private static func answer(_ water: WaterBody?, _ book: RuleBook) -> SetbackAnswer {
    guard let water else { return .unknown(missing: "a width and depth from 0 up", rule: nil) }
    return book.setback(for: water)
  }
}

extension Canal {
  /// The canal in the words of a rule book; nil when a figure cannot be one.
  func water(widthMetres: Double?) -> WaterBody? {
    try? WaterBody(
      form: isStanding ? .largeBody : .channel, widthMetres: widthMetres, depthMetres: depthMetres,
      channelClass: channelClass, isLined: isLined, isDiked: isDiked)
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
