internal import JSON

extension TokenReader {
  /// A geometry object; nil for a Point without a place. Leaves the token behind it.
  ///
  /// - Parameter depth: How many collections it stands in.
  mutating func geometry(_ token: inout Int, depth: Int = 0) throws(ReadingProblem) -> FeatureGeometry? {
    guard byte(token) == .leftBrace else {
      throw problem("a geometry object is expected here, not \(kind(token))", at: token)
    }
    var known: FeatureGeometry??
    let members = try members(token) { reader, name, value, type throws(ReadingProblem) in
      guard name == .coordinates, let type, type.hasCoordinates else { return nil }
      var next = value
      known = .some(try reader.geometry(type, coordinates: &next))
      return next
    }
    token = members.behind
    let type = try type(of: members, expected: "a geometry")
    guard type != .feature, type != .featureCollection else {
      throw problem("a geometry is expected here, not a \(type.rawValue)", at: members.start)
    }
    return try geometry(type, members, known: known, depth: depth)
  }

  /// A geometry whose members are known; `known` is what was read on the way.
  mutating func geometry(
    _ type: ObjectType, _ members: ObjectMembers, known: FeatureGeometry??, depth: Int = 0
  ) throws(ReadingProblem) -> FeatureGeometry? {
    try forbid(members.geometry, .geometry, in: type)
    try forbid(members.properties, .properties, in: type)
    try forbid(members.features, .features, in: type)
    try checkBox(members)
    if let known { return known }
    if type == .geometryCollection { return try collection(members, depth: depth + 1) }
    guard var coordinates = members.coordinates else {
      throw problem("a \(type.rawValue) needs a \"coordinates\" member", at: members.start)
    }
    return try geometry(type, coordinates: &coordinates)
  }

  mutating func geometry(
    _ type: ObjectType, coordinates token: inout Int
  ) throws(ReadingProblem) -> FeatureGeometry? {
    switch type {
    case .point: try position(&token).map { .point($0) }
    case .multiPoint: .multiPoint(try positions(&token))
    case .lineString: .lineString(try line(&token, canBeEmpty: true))
    case .multiLineString:
      .multiLineString(
        try elements(&token) { reader, part throws(ReadingProblem) in
          try reader.line(&part, canBeEmpty: false)
        })
    case .polygon: .polygon(try rings(&token))
    case .multiPolygon:
      .multiPolygon(
        try elements(&token) { reader, polygon throws(ReadingProblem) in try reader.rings(&polygon) })
    case .geometryCollection, .feature, .featureCollection: nil
    }
  }

  private mutating func rings(_ token: inout Int) throws(ReadingProblem) -> [[Position]] {
    try elements(&token) { reader, ring throws(ReadingProblem) in try reader.ring(&ring) }
  }

  private mutating func collection(
    _ members: ObjectMembers, depth: Int
  ) throws(ReadingProblem) -> FeatureGeometry {
    guard depth <= limits.collectionNesting else {
      throw problem(
        "GeometryCollections are nested deeper than the limit of \(limits.collectionNesting)",
        at: members.start, limit: .collectionNesting)
    }
    guard var token = members.geometries else {
      throw problem("a GeometryCollection needs a \"geometries\" member", at: members.start)
    }
    guard byte(token) == .leftBracket else {
      throw problem("\"geometries\" must be an array, not \(kind(token))", at: token)
    }
    return .collection(
      try elements(&token) { reader, element throws(ReadingProblem) in
        try reader.geometry(&element, depth: depth) ?? .multiPoint([])
      })
  }
}
