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
  /// WGS 84 features are written to the byte, but for shapes that klong made and a tool rounded; others get their
  /// geometry in degrees, for the output has no `crs`.
  ///
  /// - Parameters:
  ///   - skipped: features to leave out.
  ///   - geometries: in degrees, for the features that get another one.
  ///   - decimals: of the degrees of those.
  func write(
    passing source: SourceFile, to writer: FeatureCollectionWriter,
    skipping skipped: Set<FeatureReference> = [],
    replacing geometries: [FeatureReference: FeatureGeometry] = [:], decimals: Int = 9,
    adding: (FeatureReference) -> [(String, JSONValue)] = { _ in [] }
  ) throws {
    let degrees = try source.degreesForWriting(toleranceMetres: options.toleranceMetres)
    for feature in source.features where !skipped.contains(feature.reference) {
      guard source.collection.features.indices.contains(feature.reference.index) else { continue }
      let original = source.collection.features[feature.reference.index]
      let added = adding(feature.reference)
      if let geometry = geometries[feature.reference] {
        try writer.write(passing: original, geometry: geometry, decimals: decimals, adding: added)
      } else if let geometry = source.geometryForWriting(original, degrees) {
        try writer.write(passing: original, geometry: geometry, adding: added)
      } else {
        try writer.write(passing: original, adding: added)
      }
    }
  }
}

extension Intake {
  /// The last digits of all that was given and is written again, in the order of writing; see ``CornerDigits``.
  func givenDigits(skipping skipped: Set<FeatureReference>) throws -> String {
    try sources.flatMap { source in
      let degrees = try source.degreesForWriting(toleranceMetres: options.toleranceMetres)
      return source.givenFeatures.filter { !skipped.contains($0.reference) }.map { feature in
        let original = source.collection.features[feature.reference.index]
        let geometry = source.geometryForWriting(original, degrees) ?? original.geometry
        return geometry.map(CornerDigits.text) ?? ""
      }
    }.joined(separator: String(SourceFile.givenSeparator))
  }
}

extension SourceFile {
  /// The geometry to write in place of the file's; nil where that is written to the byte.
  fileprivate func geometryForWriting(_ original: Feature, _ degrees: FileDegrees?) -> FeatureGeometry? {
    restored[original.index]
      ?? degrees.flatMap { degrees in
        original.geometry?.moved(to: degrees.places[degrees.range(of: original.index)])
      }
  }

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

extension SourceFile {
  /// The members of the collection, without a system and a box that do not hold for degrees.
  var membersForWriting: JSONObject {
    var members = collection.members
    guard !system.isWGS84 else { return members }
    members["crs"] = nil
    members["bbox"] = nil
    return members
  }
}

extension [SourceFile] {
  /// The members of all files together: of two with one name the first; a box holds for one file alone.
  var membersForWriting: JSONObject {
    guard count != 1 else { return self[0].membersForWriting }
    var members = JSONObject()
    for source in self {
      for member in source.membersForWriting where members[member.name] == nil && member.name != "bbox" {
        members[member.name] = member.value
      }
    }
    members["crs"] = nil
    return members
  }
}
