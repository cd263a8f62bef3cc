internal import CSimdJSON
internal import JSON

extension TokenReader {
  /// A Feature object; a problem in it comes with the feature's place and id. Leaves the token behind it.
  mutating func feature(_ token: inout Int, index: Int, source: [UInt8]) throws(ReadingProblem) -> Feature {
    let start = token
    do {
      return try checkedFeature(&token, index: index, source: source)
    } catch {
      var problem = error
      problem.featureIndex = index
      problem.featureID = knownID(start)
      throw problem
    }
  }

  /// The id of a feature that is refused, where it has a right one.
  private mutating func knownID(_ token: Int) -> FeatureID? {
    guard byte(token) == .leftBrace else { return nil }
    let members = try? members(token) { _, _, _, _ in nil }
    return members.flatMap { try? id($0.id) }
  }

  private mutating func checkedFeature(
    _ token: inout Int, index: Int, source: [UInt8]
  ) throws(ReadingProblem) -> Feature {
    guard byte(token) == .leftBrace else {
      throw problem("a Feature object is expected here, not \(kind(token))", at: token)
    }
    var known: FeatureGeometry??
    let members = try members(token) { reader, name, value, type throws(ReadingProblem) in
      guard name == .geometry, type == .feature, reader.byte(value) == .leftBrace else { return nil }
      var next = value
      known = .some(try reader.geometry(&next))
      return next
    }
    token = members.behind
    return try feature(members, known: known, index: index, source: source)
  }

  /// A Feature whose members are known; `known` is the geometry where it was read on the way.
  mutating func feature(
    _ members: ObjectMembers, known: FeatureGeometry??, index: Int, source: [UInt8]
  ) throws(ReadingProblem) -> Feature {
    var known = known
    let type = try type(of: members, expected: "a feature")
    guard type == .feature else {
      throw problem("a Feature is expected here, not a \(type.rawValue)", at: members.type ?? members.start)
    }
    try forbid(members.coordinates, .coordinates, in: type)
    try forbid(members.geometries, .geometries, in: type)
    try forbid(members.features, .features, in: type)
    try checkBox(members)
    guard let geometry = members.geometry else {
      throw problem(
        "a Feature needs a \"geometry\" member; write null where it has no place", at: members.start)
    }
    guard let properties = members.properties else {
      throw problem(
        "a Feature needs a \"properties\" member; write null where it has none", at: members.start)
    }
    guard byte(properties) == .leftBrace || isNull(properties) else {
      throw problem("\"properties\" must be an object or null, not \(kind(properties))", at: properties)
    }
    if known == nil { known = .some(try self.geometry(orNull: geometry)) }
    return Feature(
      index: index, id: try id(members.id), geometry: known ?? nil,
      isBareGeometry: false, source: source, text: text(members.start, behind: members.behind),
      propertiesText: text(properties, behind: members.behindProperties),
      geometryText: text(geometry, behind: members.behindGeometry))
  }

  private mutating func geometry(orNull token: Int) throws(ReadingProblem) -> FeatureGeometry? {
    var token = token
    return isNull(token) ? nil : try geometry(&token)
  }

  private func id(_ token: Int?) throws(ReadingProblem) -> FeatureID? {
    guard let token else { return nil }
    var scanner = TextScanner(buffer, from: offset(token))
    switch kind(token) {
    case "a string": return .string(scanner.string())
    case "a number": return .number(scanner.number())
    default:
      throw problem("\"id\" must be a string or a number, not \(kind(token)); or leave it out", at: token)
    }
  }
}
