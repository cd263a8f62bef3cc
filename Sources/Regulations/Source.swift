/// A document that states a rule.
public struct Source: Hashable, Sendable {
  /// The code by which the rules of a book name it, such as `S01`.
  public let code: String
  public let title: String
  /// Where it can be read; nil when no address was recorded.
  public let address: String?

  public init(code: String, title: String, address: String?) {
    self.code = code
    self.title = title
    self.address = address
  }
}

/// How far the sources of a rule may be trusted.
public enum Confidence: String, CaseIterable, Hashable, Sendable {
  /// The text of the law, or the responsible agency's own page, was seen.
  case high
  /// Several agreeing secondary sources, or one careful one.
  case medium
  /// One weak or contested source.
  case low
  /// From memory; nothing was found that states it.
  case unsourced
}

extension Confidence {
  /// `medium confidence`; of what rests on memory it says so.
  public var words: String {
    self == .unsourced ? "from memory, no source found" : "\(rawValue) confidence"
  }
}
