import Regulations
import Testing

/// One question to a book, and the answer in short: metres, or a word and what it is about.
struct WorkedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let water: WaterBody
  let answer: String
  let rule: String?
  let structure: String?

  init(
    _ name: String, _ answer: String, rule: String? = nil, form: WaterBody.Form = .channel,
    width: Double? = nil,
    depth: Double? = nil, hectares: Double? = nil, basin: Double? = nil, land: String? = nil,
    channel: String? = nil, lined: Bool? = nil, diked: Bool? = nil, in place: String? = nil,
    structure: String? = nil
  ) {
    self.name = name
    self.answer = answer
    self.rule = rule
    self.structure = structure
    let water = try? WaterBody(
      form: form, widthMetres: width, depthMetres: depth, areaHectares: hectares,
      basinSquareKilometres: basin,
      landClass: land, channelClass: channel, isLined: lined, isDiked: diked, locality: place)
    guard let water else { fatalError("row \(name) has an impossible quantity") }
    self.water = water
  }

  var testDescription: String { name }

  /// Metres, a word, or the start of `unknown: what is missing`; and the rule that decides, where the row names it.
  func verify(against book: RuleBook, sourceLocation: SourceLocation = #_sourceLocation) {
    let given = book.setback(for: water, structure: structure)
    let text =
      switch given {
      case .required(let metres, _, _): metres == metres.rounded() ? "\(Int(metres))" : "\(metres)"
      case .noNumber: "no number"
      case .unknown(let missing, _): "unknown: \(missing)"
      case .exempt: "exempt"
      }
    #expect(
      answer.hasPrefix("unknown") ? text.hasPrefix(answer) : text == answer, "\(book.id), \(name): \(text)",
      sourceLocation: sourceLocation)
    if let rule { #expect(given.rule?.id == rule, "\(book.id), \(name)", sourceLocation: sourceLocation) }
  }
}
