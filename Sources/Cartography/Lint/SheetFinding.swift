/// Something on a sheet that somebody could not read, or would read wrongly.
public struct SheetFinding: Hashable, Sendable {
  public enum Rule: String, CaseIterable, Sendable {
    /// Letters lower than 2.0 mm, or a plot's number lower than 2.6 mm (letter Bo Baimai; facts/maps.md §8).
    case smallText = "small-text"
    /// A number that is not whole inside its plot and has no leader.
    case numberOutside = "number-outside"
    /// A plot of this sheet without its number, or with two.
    case numberCount = "number-count"
    /// Two texts over one another.
    case overlap
    /// A text that a grey or a black-and-white copy loses.
    case contrast
    /// A text that something drawn later lies over.
    case covered
    /// A character that the face cannot show.
    case unknownGlyph = "unknown-glyph"
    /// A plot that is whole on no sheet.
    case plotCut = "plot-cut"
    /// A text nearer than 5 mm to the edge of the paper, or past the edge of its map.
    case outside
    /// A line thinner than 0.25 mm.
    case thinLine = "thin-line"
    /// A bar that is not as long as it says.
    case scaleBar = "scale-bar"
    /// Something printed over a tag or in its white border.
    case tagCovered = "tag-covered"
  }

  public let rule: Rule
  /// The page; empty for the whole set.
  public let page: String
  /// What it is about: a plot's number or the first letters of a text.
  public let subject: String
  /// In millimetres, or brightness from 0 to 1; nil where nothing is measured.
  public let measured: Double?
  public let required: Double?

  init(_ rule: Rule, page: String, subject: String, measured: Double? = nil, required: Double? = nil) {
    (self.rule, self.page, self.subject, self.measured, self.required) = (
      rule, page, subject, measured, required
    )
  }
}
