internal import GEOS
internal import GeoJSON
internal import Geometry
internal import PROJ
internal import Settlement

extension Intake {
  /// A repaired shape in degrees, in which every corner that the file has keeps its digits and its height.
  ///
  /// Otherwise a house would part from its neighbour by the last digit wherever they share a corner.
  func geometry(
    _ mended: Shape, keepingPositionsOf feature: FeatureReference, as drawn: Shape, in source: SourceFile
  ) throws -> FeatureGeometry {
    var corners: [Point] = []
    drawn.appendPoints(to: &corners)
    let positions = try source.positionsInDegrees(of: feature.index, toleranceMetres: options.toleranceMetres)
    let known = Dictionary(zip(corners, positions)) { first, _ in first }
    var points: [Point] = []
    mended.appendPoints(to: &points)
    let places = try geographicPoints(points)
    let kept = zip(points, places).map { point, place in
      known[point] ?? Position(x: place.longitude.roundedForFile, y: place.latitude.roundedForFile)
    }
    var rest = places[...]
    return FeatureGeometry(mended, taking: &rest).replacing(kept)
  }

  /// Whether a geometry in degrees makes valid areas once it is read again.
  func isValid(_ geometry: FeatureGeometry) throws -> Bool {
    var places: [GeographicPoint] = []
    geometry.forEachPosition { position in
      places.append(
        GeographicPoint(longitude: position.x.roundedForFile, latitude: position.y.roundedForFile))
      return true
    }
    guard let plane else { return false }
    var builder = ShapeBuilder(try plane.projection.points(from: places)[...])
    return try builder.shape(geometry).isValid()
  }
}

extension SourceFile {
  /// The positions of a feature as they will be written: the file's own where it is WGS 84.
  fileprivate func positionsInDegrees(of feature: Int, toleranceMetres: Double) throws -> [Position] {
    guard collection.features.indices.contains(feature) else { return [] }
    var positions: [Position] = []
    collection.features[feature].geometry?.forEachPosition { position in
      positions.append(position)
      return true
    }
    guard let degrees = try degreesForWriting(toleranceMetres: toleranceMetres) else { return positions }
    return zip(positions, degrees.places[degrees.range(of: feature)]).map { position, place in
      Position(x: place.longitude, y: place.latitude, z: position.z)
    }
  }
}

extension Double {
  /// As it stands in a file with nine decimals.
  fileprivate var roundedForFile: Double { (self * 1e9).rounded() / 1e9 }
}
