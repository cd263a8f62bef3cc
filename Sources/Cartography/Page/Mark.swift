/// One thing on a sheet, in millimetres on the paper, with what it stands for.
public struct Mark: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case path(PagePath, fill: Ink?, stroke: Stroke?)
    case text(TextMark)
  }

  public var content: Content
  public var role: MarkRole
  /// Nothing is printed outside of it.
  public var clip: PageBox?

  public init(_ content: Content, role: MarkRole = .furniture, clip: PageBox? = nil) {
    self.content = content
    self.role = role
    self.clip = clip
  }
}

/// What a mark stands for, so that a linter can ask.
public enum MarkRole: Hashable, Sendable {
  /// Frames, legends, forms: what belongs to the sheet.
  case furniture
  /// What lies on the ground and has no number.
  case ground
  /// The outline of the plot of this key.
  case plot(String)
  /// A plot that belongs to another sheet and is shown for the overlap.
  case neighbouringPlot(String)
  /// The number of a plot; `hasLeader` where it stands outside, with a line to it.
  case plotNumber(String, hasLeader: Bool)
  /// A further word in a plot, such as its size.
  case plotNote(String)
  /// A name or number of anything else on the map.
  case label
  /// A tag that a camera finds.
  case tag(Int)
  case code
  /// A scale bar: what it says it is long, in metres on the ground.
  case scaleBar(metres: Double)
  /// A place to tick.
  case box(String)
}
