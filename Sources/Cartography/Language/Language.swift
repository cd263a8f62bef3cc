internal import JSON

/// The words of a set of sheets: a table out of a file, so that a language is added without code.
public struct Language: Hashable, Sendable {
  /// As in BCP 47, such as `th`.
  public let code: String
  /// The face in which it is set.
  public let font: String
  let months: [String]
  /// Sixty-four short words, by which people tell each other which plan they hold.
  let words: [String]
  private let phrases: [Phrase: String]

  /// - Throws: ``CartographyError/language(problem:)`` that names what is missing.
  public init(parsing text: [UInt8]) throws(CartographyError) {
    let value: JSONValue
    do {
      value = try JSONDocument(parsing: text).value
    } catch {
      throw .language(problem: "\(error.description)")
    }
    guard let code = value["language"]?.string, Self.isCode(code) else {
      throw .language(problem: "\"language\" must be a code such as th, of letters and hyphens")
    }
    let months = value["months"]?.array?.compactMap(\.string) ?? []
    let words = value["words"]?.array?.compactMap(\.string) ?? []
    guard months.count == 12 else { throw .language(problem: "\"months\" must be twelve names") }
    guard words.count == 64, Set(words).count == 64 else {
      throw .language(problem: "\"words\" must be sixty-four different words")
    }
    var phrases: [Phrase: String] = [:]
    for phrase in Phrase.allCases {
      guard let text = value["phrases"]?[phrase.rawValue]?.string else {
        throw .language(problem: "\"phrases\" says nothing for \"\(phrase.rawValue)\"")
      }
      phrases[phrase] = text
    }
    (self.code, self.months, self.words, self.phrases) = (code, months, words, phrases)
    font = value["font"]?.string ?? FontShelf.standardFamily
  }

  private static func isCode(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }
  }

  func text(_ phrase: Phrase, _ values: [String]) -> String {
    // One pass over the text: what is filled in is not searched again.
    let parts = (phrases[phrase] ?? "").split(separator: "{", omittingEmptySubsequences: false)
    var text = String(parts.first ?? "")
    for part in parts.dropFirst() {
      if let close = part.firstIndex(of: "}"), let index = Int(part[..<close]), values.indices.contains(index)
      {
        text += values[index] + part[part.index(after: close)...]
      } else {
        text += "{" + part
      }
    }
    return text
  }

  /// A digest as four words: 24 of its bits.
  func words(of digest: String) -> String {
    let bits = digest.prefix(6).reduce(0) { $0 << 4 | ($1.hexDigitValue ?? 0) }
    return [18, 12, 6, 0].map { words[bits >> $0 & 63] }.joined(separator: " ")
  }
}

extension Language {
  /// The languages inside the program, the first of which is taken where none is asked for.
  public static let builtInCodes = ["th", "en"]

  /// - Throws: ``CartographyError/language(problem:)`` for a code that is not built in.
  public static func builtIn(_ code: String) throws(CartographyError) -> Language {
    guard let text = builtInText(code) else {
      throw .language(
        problem: "there is no language \(code); there are \(builtInCodes.joined(separator: ", "))")
    }
    return try Language(parsing: text)
  }

  /// The file of a built-in language, to start another from; nil where there is none.
  public static func builtInText(_ code: String) -> [UInt8]? {
    switch code {
    case "th": PackageResources.th_json
    case "en": PackageResources.en_json
    default: nil
    }
  }
}
