internal import GeoJSON
internal import Geometry
internal import PROJ

extension FileDegrees {
  /// Converts what the file says to WGS 84, and notes in `system` how that was done.
  ///
  /// - Throws: why the coordinates cannot be trusted to `toleranceMetres`.
  init(
    _ collection: FeatureCollection, system: inout SourceSystem, toleranceMetres: Double
  ) throws(FileProblem) {
    self.init(unread: collection)
    let legacy = system.system
    if legacy?.isGeographic ?? true { try requireDegrees() }
    guard let legacy, !legacy.isWGS84, let first = places.first else { return }
    if !legacy.isGeographic { try requirePlanar(legacy) }
    do throws(PROJError) {
      let reader =
        legacy.isGeographic
        ? try LegacyReader(legacy, near: first)
        : try LegacyReader(legacy, near: Point(x: first.longitude, y: first.latitude))
      system.operation = reader.operation
      system.accuracyMetres = reader.accuracyMetres
      if Self.isGood(reader.accuracyMetres, toleranceMetres) { try convert(by: reader) }
    } catch {
      throw problem(error, in: legacy)
    }
    guard Self.isGood(system.accuracyMetres, toleranceMetres) else {
      throw inaccurate(legacy, system, toleranceMetres)
    }
  }

  /// An accuracy that nobody states is not good.
  private static func isGood(_ accuracyMetres: Double?, _ toleranceMetres: Double) -> Bool {
    accuracyMetres.map { $0 <= toleranceMetres } ?? false
  }

  private mutating func convert(by reader: LegacyReader) throws(PROJError) {
    if reader.system.isGeographic {
      places = try reader.geographicPoints(from: places)
    } else {
      places = try reader.geographicPoints(from: places.map { Point(x: $0.longitude, y: $0.latitude) })
    }
  }

  private func inaccurate(
    _ legacy: CoordinateReferenceSystem, _ system: SourceSystem, _ toleranceMetres: Double
  ) -> FileProblem {
    let accuracy =
      system.accuracyMetres.map { "is good to \(fixed($0, decimals: 1)) m only" } ?? "states no accuracy"
    return FileProblem(
      text: "crs is \(legacy.name) (\(legacy.title)), and the way from there to WGS 84 "
        + "(\(system.operation ?? "none")) \(accuracy); a setback needs \(fixed(toleranceMetres, decimals: 1)) m",
      remedy: "have the file converted to WGS 84 with a shift that was surveyed for this place, "
        + "check it on known points, and save it without crs",
      member: "crs")
  }

  private func problem(_ error: PROJError, in legacy: CoordinateReferenceSystem) -> FileProblem {
    FileProblem(
      text: "crs is \(legacy.name) (\(legacy.title)): \(error.description)", remedy: FileProblem.crsRemedy,
      member: "crs", feature: error.index.flatMap(feature))
  }

  /// Refuses degrees under a system of eastings and northings: PROJ would put them near its origin.
  private func requirePlanar(_ legacy: CoordinateReferenceSystem) throws(FileProblem) {
    guard places.allSatisfy({ abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }) else { return }
    throw FileProblem(
      text: "crs is \(legacy.name) (\(legacy.title)), but the coordinates look like degrees",
      remedy: "take crs out of the file if they are longitude and latitude", member: "crs")
  }
}
