internal import JSON
internal import PROJ

/// The reference system of a file's coordinates, and how it was found.
struct SourceSystem: Sendable {
  enum Origin: Sendable {
    /// No `crs` member: WGS 84 longitude and latitude, says RFC 7946 §4.
    case standard
    /// The `crs` member of the 2008 format.
    case member
  }

  var system: CoordinateReferenceSystem?
  var origin: Origin
  /// What was done to come to WGS 84; nil where nothing had to be.
  var operation: String?
  /// How far that may be off, in metres; 0 where it is exact.
  var accuracyMetres: Double?

  static let standard = SourceSystem(origin: .standard, accuracyMetres: 0)

  /// Whether coordinates are WGS 84 degrees as they stand.
  var isWGS84: Bool { system?.isWGS84 ?? true }
}

extension SourceSystem {
  /// Reads the `crs` member (GeoJSON 2008, section 3), if there is one.
  ///
  /// - Throws: what is wrong with it; a system that is named but cannot be trusted is never replaced by a guess.
  static func named(by member: JSONValue?) throws(FileProblem) -> SourceSystem {
    guard let member else { return .standard }
    guard !member.isNull else {
      throw FileProblem(
        text: "crs is null, which says that the coordinates belong to no known place",
        remedy: FileProblem.crsRemedy, member: "crs")
    }
    switch (member["type"]?.string?.lowercased(), member["properties"]) {
    case ("name", let properties):
      return try SourceSystem(name: properties?["name"]?.string)
    case ("epsg", let properties):
      return try SourceSystem(name: properties?["code"].flatMap(\.int).map { "EPSG:\($0)" })
    case ("link", _), ("url", _):
      throw FileProblem(
        text: "crs is a link, and links are not followed", remedy: FileProblem.crsRemedy, member: "crs")
    default:
      throw FileProblem(
        text: "crs does not name a reference system", remedy: FileProblem.crsRemedy, member: "crs")
    }
  }

  private init(name: String?) throws(FileProblem) {
    guard let name else {
      throw FileProblem(
        text: "crs does not name a reference system", remedy: FileProblem.crsRemedy,
        member: "crs.properties.name")
    }
    do throws(PROJError) {
      self.init(system: try CoordinateReferenceSystem(name), origin: .member, accuracyMetres: 0)
    } catch {
      throw FileProblem(
        text: error.description, remedy: FileProblem.crsRemedy, member: "crs.properties.name")
    }
  }
}

/// What is wrong with a file as a whole, and what to do.
struct FileProblem: Error, Hashable, Sendable {
  var text: String
  var remedy: String
  var member: String?
  /// The feature that shows it, by its place in the file.
  var feature: Int?

  static let crsRemedy =
    "export the file as WGS 84 longitude and latitude (QGIS: Save Features As, CRS EPSG:4326; "
    + "or ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES OUT.geojson IN.geojson)"
}
