internal import GeoJSON
internal import Geometry
internal import JSON
internal import PROJ
internal import Settlement

extension Intake {
  /// Made shapes as geometries in degrees, all in one go.
  ///
  /// - Throws: `PROJError` for a point that the plane cannot show.
  func geometries(_ shapes: [Shape]) throws(PROJError) -> [FeatureGeometry] {
    guard let plane else { return [] }
    var points: [Point] = []
    for shape in shapes { shape.appendPoints(to: &points) }
    var places = try plane.projection.geographicPoints(from: points)[...]
    return shapes.map { FeatureGeometry($0, taking: &places) }
  }

  func geometry(_ shape: Shape) throws(PROJError) -> FeatureGeometry {
    try geometries([shape]).first ?? .collection([])
  }

  /// Places on the plane in degrees.
  func geographicPoints(_ points: [Point]) throws(PROJError) -> [GeographicPoint] {
    try plane?.projection.geographicPoints(from: points) ?? []
  }

  /// Writes every feature of a file as it was read, with what `adding` says of each behind its properties.
  ///
  /// WGS 84 features are written to the byte; others get their geometry in degrees, for the output has no `crs`.
  ///
  /// - Parameter geometries: in degrees, for the features that get another one.
  func write(
    passing source: SourceFile, to writer: FeatureCollectionWriter,
    replacing geometries: [FeatureReference: FeatureGeometry] = [:],
    adding: (FeatureReference) -> [(String, JSONValue)] = { _ in [] }
  ) throws {
    let degrees = try source.degreesForWriting(toleranceMetres: options.toleranceMetres)
    for feature in source.features {
      guard source.collection.features.indices.contains(feature.reference.index) else { continue }
      let original = source.collection.features[feature.reference.index]
      let added = adding(feature.reference)
      if let geometry = geometries[feature.reference] {
        try writer.write(passing: original, geometry: geometry, adding: added)
      } else if let degrees, let geometry = original.geometry {
        try writer.write(
          passing: original, geometry: geometry.moved(to: degrees.places[degrees.range(of: original.index)]),
          adding: added)
      } else {
        try writer.write(passing: original, adding: added)
      }
    }
  }
}

extension SourceFile {
  /// The positions to write in place of the file's; nil where its own are WGS 84.
  func degreesForWriting(toleranceMetres: Double) throws -> FileDegrees? {
    if let problem { throw Refusal(problem, in: self) }
    guard !system.isWGS84 else { return nil }
    var system = system
    do throws(FileProblem) {
      return try FileDegrees(collection, system: &system, toleranceMetres: toleranceMetres)
    } catch {
      throw Refusal(error, in: self)
    }
  }
}
