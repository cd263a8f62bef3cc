/// How a text is set. Sizes are heights of letters, because that is what people read by.
public struct TextStyle: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case left, centre, right }

  /// The size of the type in millimetres.
  public var em: Double
  public var isBold: Bool
  public var ink: Ink
  public var alignment: Alignment
  /// White around the letters, so that they can be read over lines.
  public var hasHalo: Bool
  /// From line to line, in parts of what the face asks for.
  public var leading = 1.0

  /// The letter Bo Baimai of Garuda, and a Western digit, in parts of the size (facts/maps.md §5, §7.1, measured).
  public static let bodyShare = 0.59
  public static let digitShare = 0.742

  /// - Parameter body: the height of the letter Bo Baimai in millimetres.
  public init(
    body: Double, bold: Bool = false, ink: Ink = .black, alignment: Alignment = .left, halo: Bool = false
  ) {
    em = body / Self.bodyShare
    isBold = bold
    self.ink = ink
    self.alignment = alignment
    hasHalo = halo
  }

  /// - Parameter digit: the height of a digit in millimetres.
  public init(
    digit: Double, bold: Bool = false, ink: Ink = .black, alignment: Alignment = .left, halo: Bool = false
  ) {
    self.init(
      body: digit / Self.digitShare * Self.bodyShare, bold: bold, ink: ink, alignment: alignment, halo: halo)
  }

  public var bodyHeight: Double { em * Self.bodyShare }
}
