/// One rule of a book: what it asks, of what, on whose word, and how far that word may be trusted.
public struct Rule: Hashable, Sendable, Identifiable {
  /// Short name, unique in its book; findings and `--strict` use it.
  public let id: String
  public let title: String
  /// Where the rule stands in the law, as far as that is known.
  public let clause: String
  public let sources: [Source]
  public let confidence: Confidence
  /// True only when somebody has read the primary text (the gazette) and compared.
  public let isVerified: Bool
  public let binds: Subject
  public let level: Level
  /// What a reader of a report should know besides: doubts, readings chosen, parts left out.
  public let note: String?
  public let content: Content

  /// What the rule obliges.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case building, plot, row, lane, settlement
  }

  /// What a breach does to the verdict.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    /// A breach breaks the plan.
    case must
    /// A breach is reported with its source and breaks nothing.
    case norm
  }

  /// What the rule asks.
  public enum Content: Hashable, Sendable {
    case setback(SetbackRule)
    case row(RowRule)
    case limit(Limit)
    /// The law speaks, but no number can be given; the text says why.
    case noNumber(reason: String)
  }

  public init(
    id: String, title: String, clause: String, sources: [Source], confidence: Confidence,
    isVerified: Bool, binds: Subject, level: Level, note: String? = nil, content: Content
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.sources = sources
    self.confidence = confidence
    self.isVerified = isVerified
    self.binds = binds
    self.level = level
    self.note = note
    self.content = content
  }
}
