public import Regulations

/// The rule behind a finding: of a rule book, or of sound layout.
public struct RuleCitation: Hashable, Sendable {
  /// Short name, unique in a report; findings are grouped by it.
  public let id: String
  public let title: String
  /// Where it stands: a clause of a law, or what else asks for it.
  public let clause: String
  /// The documents that state it; empty for rules of layout.
  public let sources: [Source]
  /// How far the sources may be trusted; nil for rules of layout, which are arithmetic and not law.
  public let confidence: Confidence?
  /// True when nobody has to doubt it: the primary text was read, or it is no law.
  public let isVerified: Bool
  public let level: Rule.Level

  public init(
    id: String, title: String, clause: String, sources: [Source] = [], confidence: Confidence? = nil,
    isVerified: Bool = true, level: Rule.Level
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.sources = sources
    self.confidence = confidence
    self.isVerified = isVerified
    self.level = level
  }

  public init(_ rule: Rule) {
    self.init(
      id: rule.id, title: rule.title, clause: rule.clause, sources: rule.sources,
      confidence: rule.confidence, isVerified: rule.isVerified, level: rule.level)
  }
}
