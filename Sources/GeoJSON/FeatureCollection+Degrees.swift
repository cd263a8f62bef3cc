extension FeatureCollection {
  /// The first position that cannot be WGS 84 longitude and latitude, as an error with its place; nil when all can.
  ///
  /// For callers that know that the file has no other reference system: this module does not.
  public func firstPositionOutsideDegrees() -> GeoJSONError? {
    for feature in features {
      var found: Position?
      feature.geometry?.forEachPosition { position in
        guard !position.isWithinDegrees else { return true }
        found = position
        return false
      }
      guard let found else { continue }
      let message =
        "the coordinates \(found.x), \(found.y) are no longitude and latitude in degrees; name the file's "
        + "reference system, or give longitude first"
      let place = feature.location
      return GeoJSONError(
        message: message, line: place.line, column: place.column, featureIndex: feature.index,
        featureID: feature.id, limit: .coordinate)
    }
    return nil
  }
}
