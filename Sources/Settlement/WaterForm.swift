/// Whether water runs in a channel or stands in a large body: two rules of law.
public enum WaterForm: Hashable, Sendable {
  case channel
  case standing

  /// From the value of the OpenStreetMap tag `water`; nil for a value that names no body of water.
  public init?(water value: String) {
    if Self.channels.contains(value) {
      self = .channel
    } else if Self.standingWaters.contains(value) {
      self = .standing
    } else {
      return nil
    }
  }

  /// From all tags of a water feature.
  ///
  /// `waterway` and `water` speak before `natural=water`, which OpenStreetMap also draws for the area of a canal or
  /// a river; alone it means standing water, and so do `landuse=reservoir` and `landuse=basin`. Without any of
  /// them it is a channel, which is what `kind` = `canal` says.
  public init(tag: (String) -> String?) {
    if let waterway = tag("waterway"), Role.watercourses.contains(waterway) {
      self = .channel
    } else if let form = tag("water").flatMap(WaterForm.init(water:)) {
      self = form
    } else if tag("natural") == "water" || ["reservoir", "basin"].contains(tag("landuse")) {
      self = .standing
    } else {
      self = .channel
    }
  }

  private static let channels: Set = [
    "canal", "river", "stream", "ditch", "drain", "lock", "moat", "rapids", "tidal", "tidal_channel", "wadi",
  ]
  private static let standingWaters: Set = [
    "lake", "pond", "reservoir", "basin", "lagoon", "oxbow", "wastewater", "fishpond", "reflecting_pool",
    "sea",
    "swamp", "cenote",
  ]
}

extension Canal {
  /// Whether tags put the water underground here: in a pipe, a tunnel or under a cover.
  ///
  /// A negative `layer` alone does not: mappers also give it to open water that runs under bridges, and a canal
  /// that is wrongly held to be covered would free every house beside it from the setback.
  public static func isCulvert(tag: (String) -> String?) -> Bool {
    if let tunnel = tag("tunnel"), tunnel != "no" { return true }
    if let culvert = tag("culvert"), culvert != "no", culvert != "false" { return true }
    return tag("covered") == "yes" || tag("location") == "underground"
  }
}
