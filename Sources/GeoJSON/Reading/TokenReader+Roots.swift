internal import CSimdJSON
internal import JSON

/// An object at the top of a text.
struct RootObject: Sendable {
  var type: Kind
  var text: TextRange
  /// Where a collection has its features, which need not be walked to find its other members.
  var features: TextRange

  enum Kind: Sendable { case collection, feature, geometry }
}

extension TokenReader {
  /// Any GeoJSON object; its features are added. Leaves the token behind it.
  mutating func root(
    _ token: inout Int, into features: inout [Feature], source: [UInt8]
  ) throws(ReadingProblem) -> RootObject {
    guard byte(token) == .leftBrace else {
      throw problem("a GeoJSON object is expected here, not \(kind(token))", at: token)
    }
    var isRead = false
    let members = try members(token) { reader, name, value, type throws(ReadingProblem) in
      guard name == .features, type == .featureCollection, reader.byte(value) == .leftBracket else {
        return nil
      }
      var next = value
      try reader.features(&next, into: &features, source: source)
      isRead = true
      return next
    }
    token = members.behind
    let text = text(members.start, behind: members.behind)
    var root = RootObject(type: .geometry, text: text, features: TextRange(text.end..<text.end))
    let type = try type(of: members, expected: "a GeoJSON object")
    switch type {
    case .featureCollection:
      try collection(members, isRead: isRead, into: &features, source: source)
      root.type = .collection
      if let list = members.features { root.features = self.text(list, behind: members.behindFeatures) }
    case .feature:
      root.type = .feature
      var start = members.start
      features.append(try feature(&start, index: features.count, source: source))
    default:
      features.append(try bareGeometry(type, members, text: text, index: features.count, source: source))
    }
    return root
  }

  /// A bare geometry, as a feature without properties.
  private mutating func bareGeometry(
    _ type: ObjectType, _ members: ObjectMembers, text: TextRange, index: Int, source: [UInt8]
  ) throws(ReadingProblem) -> Feature {
    Feature(
      index: index, id: nil, geometry: try geometry(type, members, known: nil), isBareGeometry: true,
      source: source, text: text, propertiesText: TextRange(text.end..<text.end), geometryText: text)
  }

  private mutating func collection(
    _ members: ObjectMembers, isRead: Bool, into features: inout [Feature], source: [UInt8]
  ) throws(ReadingProblem) {
    try forbid(members.coordinates, .coordinates, in: .featureCollection)
    try forbid(members.geometries, .geometries, in: .featureCollection)
    try forbid(members.geometry, .geometry, in: .featureCollection)
    try forbid(members.properties, .properties, in: .featureCollection)
    try checkBox(members)
    guard var token = members.features else {
      throw problem("a FeatureCollection needs a \"features\" member", at: members.start)
    }
    guard byte(token) == .leftBracket else {
      throw problem("\"features\" must be an array, not \(kind(token))", at: token)
    }
    if !isRead { try self.features(&token, into: &features, source: source) }
  }

  /// The features of a collection, counted first: growing the array would take three times their memory.
  private mutating func features(
    _ token: inout Int, into features: inout [Feature], source: [UInt8]
  ) throws(ReadingProblem) {
    features.reserveCapacity(features.count + json_array_elements(tokens, token))
    token += 1
    while token < count, byte(token) != .rightBracket {
      features.append(try feature(&token, index: features.count, source: source))
      if byte(token) == .comma { token += 1 }
    }
    token += 1
  }
}
