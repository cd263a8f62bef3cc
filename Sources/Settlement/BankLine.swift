public import Geometry

/// The legal line from which a setback is measured: a dated, signed input that may move.
public struct BankLine: Hashable, Sendable {
  public var reference: FeatureReference
  public var line: LineString
  /// The name of the canal it belongs to; nil means the nearest.
  public var canal: String?
  public var date: String?
  public var source: String?
  public var author: String?

  public init(
    reference: FeatureReference, line: LineString, canal: String? = nil, date: String? = nil,
    source: String? = nil, author: String? = nil
  ) {
    self.reference = reference
    self.line = line
    self.canal = canal
    self.date = date
    self.source = source
    self.author = author
  }
}
