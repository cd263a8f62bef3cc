/// What is known about a canal, river or lake, as far as any setback rule may ask for it.
///
/// Nil means that nobody said; it is never taken for a value.
public struct WaterBody: Hashable, Sendable {
  public internal(set) var form: Form
  /// Legal width in metres.
  public internal(set) var widthMetres: Double?
  public internal(set) var depthMetres: Double?
  public internal(set) var areaHectares: Double?
  /// Land drained above this place.
  public internal(set) var basinSquareKilometres: Double?
  /// The land beside it, in the words of the book: `urban`, `farm`, …
  public internal(set) var landClass: String?
  /// The class of the channel, in the words of the book: `primary`, `secondary`, …
  public internal(set) var channelClass: String?
  public internal(set) var isLined: Bool?
  /// True where a dike or embankment stands along it.
  public internal(set) var isDiked: Bool?
  /// The local authority. Nil means that no local rule is known to apply.
  public internal(set) var locality: String?

  /// How the water lies.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    case channel
    /// A swamp, lake, reservoir or the sea.
    case largeBody = "large_body"
  }

  /// - Throws: `InvalidWaterBody` for a quantity that is negative, infinite or not a number.
  public init(
    form: Form = .channel, widthMetres: Double? = nil, depthMetres: Double? = nil,
    areaHectares: Double? = nil, basinSquareKilometres: Double? = nil, landClass: String? = nil,
    channelClass: String? = nil, isLined: Bool? = nil, isDiked: Bool? = nil, locality: String? = nil
  ) throws(InvalidWaterBody) {
    self.form = form
    self.widthMetres = try Self.checked(widthMetres, .width)
    self.depthMetres = try Self.checked(depthMetres, .depth)
    self.areaHectares = try Self.checked(areaHectares, .area)
    self.basinSquareKilometres = try Self.checked(basinSquareKilometres, .basin)
    self.landClass = landClass
    self.channelClass = channelClass
    self.isLined = isLined
    self.isDiked = isDiked
    self.locality = locality
  }

  /// The quantity by which a rule goes, nil when it is not known.
  public subscript(quantity: WaterQuantity) -> Double? {
    switch quantity {
    case .width: widthMetres
    case .depth: depthMetres
    case .area: areaHectares
    case .basin: basinSquareKilometres
    }
  }

  private static func checked(
    _ value: Double?, _ quantity: WaterQuantity
  ) throws(InvalidWaterBody) -> Double? {
    guard let value else { return nil }
    guard value.isFinite, value >= 0 else { throw InvalidWaterBody(quantity: quantity, value: value) }
    return value
  }
}
