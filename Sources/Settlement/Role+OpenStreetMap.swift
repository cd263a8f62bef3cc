extension Role {
  /// The role that OpenStreetMap tags give a feature without `kind`, and the tag that decided; nil when they say
  /// nothing of use here.
  ///
  /// Tags as in the OpenStreetMap wiki, map features page: waterway, water, natural, building, highway, landuse,
  /// boundary, place.
  /// - Parameter tag: looks up the value of a tag as text.
  public static func fromOpenStreetMap(tag: (String) -> String?) -> (role: Role, tag: String)? {
    if let waterway = tag("waterway"), watercourses.contains(waterway) { return (.canal, "waterway") }
    if tag("natural") == "water" { return (.canal, "natural") }
    // `water=yes` on a toilet or a camp site says that there is a tap.
    if let water = tag("water"), WaterForm(water: water) != nil { return (.canal, "water") }
    if let building = tag("building"), building != "no" { return (.house, "building") }
    if let highway = tag("highway") {
      if footways.contains(highway) { return (.lane, "highway") }
      if !notRoads.contains(highway) { return (.road, "highway") }
    }
    if let landuse = tag("landuse"), landuse == "reservoir" || landuse == "basin" {
      return (.canal, "landuse")
    }
    if let boundary = tag("boundary"), boundary == "lot" || boundary == "parcel" {
      return (.parcel, "boundary")
    }
    return tag("place") == "plot" ? (.parcel, "place") : nil
  }

  /// Values of `waterway` that are running or still water; not a weir, a lock gate or a boat yard.
  static let watercourses: Set = [
    "river", "canal", "stream", "ditch", "drain", "wadi", "brook", "tidal_channel", "riverbank", "yes",
  ]
  static let footways: Set = ["footway", "path", "steps", "pedestrian", "corridor", "bridleway", "cycleway"]
  static let notRoads: Set = [
    "proposed", "construction", "abandoned", "razed", "platform", "bus_stop", "crossing",
    "traffic_signals", "street_lamp", "elevator", "rest_area", "services", "no",
  ]
}
