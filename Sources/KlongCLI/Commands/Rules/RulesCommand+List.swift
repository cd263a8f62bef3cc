internal import CommandLineKit
internal import JSON
internal import Regulations

extension RulesCommand {
  /// The built-in books, one paragraph or one object each.
  static func list(_ format: Format, width: Int) throws -> String {
    let books = try RuleBook.builtInIdentifiers.map(RuleBook.builtIn)
    switch format {
    case .text:
      return books.map { book in
        var page = RulePage(width: width)
        page.heading(book.id)
        page.field("title", book.title)
        page.field("applies to", book.jurisdiction)
        page.field("rules", counts(of: book))
        return page.text
      }.joined(separator: "\n")
    case .json:
      let entries = books.map { book -> JSONValue in
        [
          "id": .string(book.id), "title": .string(book.title), "jurisdiction": .string(book.jurisdiction),
          "edition": .string(book.edition), "rules": .number(JSONNumber(book.rules.count)),
          "verified": .number(JSONNumber(book.rules.filter(\.isVerified).count)),
        ]
      }
      let document: JSONValue = ["books": .array(entries)]
      return String(decoding: document.serialized(pretty: true), as: UTF8.self) + "\n"
    }
  }

  /// `22: 6 must, 16 norm; none verified`
  static func counts(of book: RuleBook) -> String {
    let musts = book.rules.filter { $0.level == .must }.count
    let verified = book.rules.filter(\.isVerified).count
    let standing = verified == 0 ? "NOT VERIFIED, none compared with the gazette" : "\(verified) verified"
    return "\(book.rules.count): \(musts) must, \(book.rules.count - musts) norm; \(standing)"
  }
}
