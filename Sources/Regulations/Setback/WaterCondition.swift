/// The water bodies of which a rule, or one case of it, speaks. Every part given must hold.
public struct WaterCondition: Hashable, Sendable {
  public var form: WaterBody.Form?
  public var landClasses: [String]?
  public var channelClasses: [String]?
  public var localities: [String]?
  public var isLined: Bool?
  public var isDiked: Bool?

  public init(
    form: WaterBody.Form? = nil, landClasses: [String]? = nil, channelClasses: [String]? = nil,
    localities: [String]? = nil, isLined: Bool? = nil, isDiked: Bool? = nil
  ) {
    self.form = form
    self.landClasses = landClasses
    self.channelClasses = channelClasses
    self.localities = localities
    self.isLined = isLined
    self.isDiked = isDiked
  }

  /// Whether a condition holds, or what would have to be known to say so.
  enum Truth: Equatable {
    case yes, no
    case unknown(missing: String)
  }

  /// No part may fail; then the first part that cannot be judged decides.
  func truth(for water: WaterBody) -> Truth {
    let parts = [
      form.map { $0 == water.form ? Truth.yes : .no } ?? .yes,
      Self.holds(landClasses, water.landClass, .landClass),
      Self.holds(channelClasses, water.channelClass, .channelClass),
      // Without a locality the general law stands; the answer's note names the local rule.
      water.locality == nil && localities != nil ? .no : Self.holds(localities, water.locality, .locality),
      Self.holds(isLined, water.isLined, .lining),
      Self.holds(isDiked, water.isDiked, .dike),
    ]
    if parts.contains(.no) { return .no }
    return parts.first { $0 != .yes } ?? .yes
  }

  private static func holds(_ wanted: [String]?, _ actual: String?, _ attribute: WaterAttribute) -> Truth {
    guard let wanted else { return .yes }
    guard let actual else { return .unknown(missing: attribute.name) }
    return wanted.contains { $0.means(actual) } ? .yes : .no
  }

  private static func holds(_ wanted: Bool?, _ actual: Bool?, _ attribute: WaterAttribute) -> Truth {
    guard let wanted else { return .yes }
    guard let actual else { return .unknown(missing: attribute.name) }
    return wanted == actual ? .yes : .no
  }
}

extension String {
  /// Equal but for capitals and for how the words are joined: `Boat yard` is `boat_yard`.
  func means(_ other: String) -> Bool {
    plainWord == other.plainWord
  }

  private var plainWord: String {
    String(lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }
}
