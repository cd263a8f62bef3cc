public import Geometry

/// A canal, river or pond: drawn as an area, or as a centre line with a legal width.
public struct Canal: Hashable, Sendable {
  public var reference: FeatureReference
  public var name: String?
  /// The drawn water area; empty when the canal is given as a line.
  public var area: [Polygon]
  /// The centre line; empty when the canal is given as an area.
  public var centreline: [LineString]
  /// The legal width in metres, nil when nobody said.
  public var widthMetres: Double?
  /// The depth in metres, nil when nobody said.
  public var depthMetres: Double?
  public var isLined: Bool?
  public var isDiked: Bool?
  /// In a pipe or tunnel at this place: the rule for open water does not speak of it.
  public var isCulvert: Bool
  /// A lake, pond, reservoir or the sea: the rule for large bodies of water, not for channels.
  public var isStanding: Bool
  /// The class of the channel where a law knows classes (`primary`, `secondary`, …).
  public var channelClass: String?
  /// The class of the land beside it where a law knows classes (`urban`, `rural`, `forest`, …).
  public var landClass: String?
  /// The local authority, where a law has rules of its own for it.
  public var locality: String?
  /// The area of a lake in hectares, nil when nobody said.
  public var areaHectares: Double?
  /// The land that drains into it above this place, nil when nobody said.
  public var basinSquareKilometres: Double?

  public init(
    reference: FeatureReference, name: String? = nil, area: [Polygon] = [],
    centreline: [LineString] = [], widthMetres: Double? = nil, depthMetres: Double? = nil,
    isLined: Bool? = nil, isDiked: Bool? = nil, isCulvert: Bool = false, isStanding: Bool = false,
    channelClass: String? = nil, landClass: String? = nil, locality: String? = nil,
    areaHectares: Double? = nil, basinSquareKilometres: Double? = nil
  ) {
    self.reference = reference
    self.name = name
    self.area = area
    self.centreline = centreline
    self.widthMetres = widthMetres
    self.depthMetres = depthMetres
    self.isLined = isLined
    self.isDiked = isDiked
    self.isCulvert = isCulvert
    self.isStanding = isStanding
    self.channelClass = channelClass
    self.landClass = landClass
    self.locality = locality
    self.areaHectares = areaHectares
    self.basinSquareKilometres = basinSquareKilometres
  }
}
