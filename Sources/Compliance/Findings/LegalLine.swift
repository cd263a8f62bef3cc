public import Settlement

/// The line from which a setback was measured.
public enum LegalLine: Hashable, Sendable {
  /// A bank line: the legal line, with its date, source and author.
  case bank(BankCitation)
  /// The edge of the canal as it was drawn.
  case drawnEdge
  /// The centre line, less half the width.
  case centreline(widthMetres: Double)
  /// The centre line itself, as nobody knows the width.
  case centrelineOfUnknownWidth
}

/// Which bank line it was.
public struct BankCitation: Hashable, Sendable {
  public let reference: FeatureReference
  public let canal: String?
  public let date: String?
  public let source: String?
  public let author: String?

  init(_ bank: BankLine) {
    reference = bank.reference
    canal = bank.canal
    date = bank.date
    source = bank.source
    author = bank.author
  }
}

extension LegalLine: CustomStringConvertible {
  public var description: String {
    switch self {
    case .bank(let bank): "the \(bank)"
    case .drawnEdge: "the drawn edge of the canal"
    case .centreline(let width): "the centre line less half of \(width.text(decimals: 2)) m"
    case .centrelineOfUnknownWidth: "the centre line, as the width is not known"
    }
  }
}

extension BankCitation: CustomStringConvertible {
  public var description: String {
    let words = [
      date.map { "of \($0)" }, source.map { "from \($0)" }, author.map { "by \($0)" },
    ].compactMap { $0 }
    return "bank line" + (words.isEmpty ? "" : " " + words.joined(separator: " ")) + " (\(reference))"
  }
}
