/// Where the known members of an object have their values: token numbers, nil where a member is missing.
struct ObjectMembers {
  /// The token of the object's brace, and the token behind the object.
  var start: Int
  var behind: Int
  var type: Int?
  /// The type as far as it has been read: nil before it, and where it is no type of GeoJSON.
  var knownType: ObjectType?
  var id: Int?
  var bbox: Int?
  var geometry: Int?
  var properties: Int?
  var features: Int?
  var coordinates: Int?
  var geometries: Int?
  /// The tokens behind values whose text is kept.
  var behindGeometry = 0
  var behindProperties = 0
  var behindFeatures = 0

  init(start: Int) {
    self.start = start
    behind = start
  }

  mutating func note(_ name: MemberName, at token: Int, behind: Int) {
    switch name {
    case .type: type = token
    case .id: id = token
    case .bbox: bbox = token
    case .geometry: (geometry, behindGeometry) = (token, behind)
    case .properties: (properties, behindProperties) = (token, behind)
    case .features: (features, behindFeatures) = (token, behind)
    case .coordinates: coordinates = token
    case .geometries: geometries = token
    }
  }
}
