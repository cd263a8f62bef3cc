public import Settlement

/// One plot in an earlier and a later layout.
public struct PlotChange: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case new, gone, moved, resized, renumbered
    /// Somebody else is to live there.
    case household
  }

  /// Nil where the plot is new.
  public var before: Plot?
  /// Nil where it is gone.
  public var after: Plot?
  /// Between the middles, in metres; nil where it stands in one layout only.
  public var movedMetres: Double?
  /// In the order of ``Kind``; empty where nothing changed.
  public var kinds: [Kind]
}
