/// A text on the paper, measured.
public struct TextMark: Hashable, Sendable {
  public let text: String
  public let style: TextStyle
  /// Where lines are broken, in millimetres; nil for one line.
  public let wrapWidth: Double?
  /// The upper left corner of the unturned text; it is turned about it.
  public var origin: PagePoint
  /// In radians, clockwise on the paper.
  public var angle: Double
  /// The box of lines, from `origin`, unturned.
  public let size: (width: Double, height: Double)
  /// What is inked, relative to `origin`, unturned.
  public let inked: PageBox
  /// Characters for which the face has no shape.
  public let unknownGlyphs: Int

  init(
    text: String, style: TextStyle, wrapWidth: Double?, width: Double, height: Double, inked: PageBox,
    unknownGlyphs: Int
  ) {
    self.text = text
    self.style = style
    self.wrapWidth = wrapWidth
    origin = PagePoint(0, 0)
    angle = 0
    size = (width, height)
    self.inked = inked
    self.unknownGlyphs = unknownGlyphs
  }

  /// The corners of what is inked, where it stands.
  public var inkedCorners: [PagePoint] {
    inked.corners.map { $0.moved(origin.x, origin.y).turned(by: angle, about: origin) }
  }

  /// The upright box around what is inked.
  public var inkedBox: PageBox { PageBox(around: inkedCorners) }

  public func at(_ x: Double, _ y: Double) -> TextMark {
    var mark = self
    mark.origin = PagePoint(x, y)
    return mark
  }

  /// Placed so that the middle of what is inked lies at a point.
  public func centred(on point: PagePoint, angle: Double = 0) -> TextMark {
    var mark = self
    mark.angle = angle
    mark.origin = PagePoint(0, 0)
    let middle = inked.centre.turned(by: angle, about: mark.origin)
    mark.origin = PagePoint(point.x - middle.x, point.y - middle.y)
    return mark
  }

  public static func == (one: TextMark, other: TextMark) -> Bool {
    one.text == other.text && one.style == other.style && one.origin == other.origin
      && one.angle == other.angle && one.wrapWidth == other.wrapWidth
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(style)
    hasher.combine(origin)
    hasher.combine(angle)
  }
}
