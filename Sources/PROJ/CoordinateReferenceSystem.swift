/// A coordinate reference system of the earth that plans are made or read in.
///
/// Only names out of a closed list are taken (`EPSG:n`, `OGC:CRS84`, their `urn:ogc:def:crs` forms), and only
/// systems in which two numbers are a place on a plan. Coordinates are always x, y (longitude, latitude or easting,
/// northing), whatever order the authority prefers.
public struct CoordinateReferenceSystem: Hashable, Sendable {
  /// What its two coordinates count.
  public enum Unit: Hashable, Sendable {
    case degrees
    case metres
    /// A foot, a yard, a link: its name and its length in metres.
    case other(name: String, metres: Double)
  }

  /// The short name, such as `EPSG:32647`.
  public var name: String { identifier.text }
  /// The authority's title, such as `WGS 84 / UTM zone 47N`.
  public let title: String
  public let unit: Unit
  /// Where the authority says that the system is to be used.
  public let area: AreaOfUse

  let identifier: SystemName

  /// - Throws: `PROJError` when the name is not taken, names nothing, or names no system for plans.
  public init(_ name: String) throws(PROJError) {
    try self.init(SystemName(name), in: Context())
  }

  init(_ identifier: SystemName, in context: Context) throws(PROJError) {
    let object = try context.system(identifier)
    self.identifier = identifier
    title = object.name
    unit = try object.unit(of: identifier.text)
    area = try object.areaOfUse()
  }

  /// Whether coordinates are longitude and latitude in degrees; otherwise they are easting and northing.
  public var isGeographic: Bool { unit == .degrees }

  /// Whether its longitude and latitude are those of WGS 84, so that nothing needs to be transformed.
  public var isWGS84: Bool { ["EPSG:4326", "EPSG:4979", "OGC:CRS84"].contains(name) }
}
