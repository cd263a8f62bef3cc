/// A feature in the form in which programs write buildings: a Polygon of one ring or a Point, plain properties.
///
/// Everything about it was checked while it was scanned; whatever is written otherwise, right or wrong, is none.
public struct PlainFeature: Sendable {
  /// Where in the feature's bytes a further property goes: behind the last one, or behind the brace that opens them.
  public var propertiesEnd: Int
  public var hasProperties: Bool
  /// Its id, without quotes.
  public var id: Range<Int>?
  /// A member `kind` with a plain text.
  public var kind: Range<Int>?
  /// A member `building` with a plain text.
  public var buildingTag: Range<Int>?
  /// The text of the property that the scanner looks for, with spaces round it.
  public var wanted: Range<Int>?
  public var isPoint: Bool
  /// Its positions, a ring's without the last, which is the first again, in what the scanner has gathered.
  public var positions: Range<Int>
}
