/// The rules of one place, as data: each with its clause, its sources and how far they may be trusted.
public struct RuleBook: Hashable, Sendable, Identifiable {
  /// Short name such as `thailand-mr55`.
  public let id: String
  public let title: String
  /// Where the book applies, in words.
  public let jurisdiction: String
  /// When the book was last gone over, as its author wrote it.
  public let edition: String
  /// What a user should know before relying on it.
  public let about: String?
  /// What the law also asks and this book does not hold.
  public let omissions: [String]
  public let rules: [Rule]

  public init(
    id: String, title: String, jurisdiction: String, edition: String, about: String? = nil,
    omissions: [String] = [], rules: [Rule]
  ) {
    self.id = id
    self.title = title
    self.jurisdiction = jurisdiction
    self.edition = edition
    self.about = about
    self.omissions = omissions
    self.rules = rules
  }

  /// The rule of that name, if the book has one.
  public func rule(_ id: String) -> Rule? {
    rules.first { $0.id == id }
  }

  /// True when nobody has compared any of the numbers with the primary text.
  public var isUnverified: Bool {
    !rules.contains(where: \.isVerified)
  }
}
