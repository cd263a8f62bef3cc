/// A page with what a program may want to know of it.
public struct SheetPage: Sendable {
  public var drawing: Drawing
  /// The kind of sheet and its number, such as `table-3`.
  public var name: String
  /// What a list of contents says of it.
  public var title: String
  /// The maps on it, the largest first.
  public var frames: [MapFrame] = []
  /// Plots that must be whole on it, with their number.
  public var own: [String] = []
  /// The symbol that its tags carry; nil for a sheet without.
  public var code: SheetCode?
}
