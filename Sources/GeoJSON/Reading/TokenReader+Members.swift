internal import JSON

extension TokenReader {
  /// Reads the value of a member on the way, where enough is known of the object; nil leaves it for later.
  ///
  /// Answers the token behind the value, so that it need not be walked twice.
  typealias ReadOnTheWay = (
    _ reader: inout TokenReader, _ name: MemberName, _ token: Int, _ type: ObjectType?
  ) throws(ReadingProblem) -> Int?

  /// The members of the object at a token.
  mutating func members(_ token: Int, _ read: ReadOnTheWay) throws(ReadingProblem) -> ObjectMembers {
    var members = ObjectMembers(start: token)
    var next = token + 1
    while byte(next) == .quote {
      // Name, colon, value.
      let name = word(next, of: Words.members)
      let value = next + 2
      if let name {
        if name == .type, byte(value) == .quote { members.knownType = word(value, of: Words.types) }
        next = try read(&self, name, value, members.knownType) ?? behind(value)
        members.note(name, at: value, behind: next)
      } else {
        next = behind(value)
      }
      if byte(next) == .comma { next += 1 }
    }
    members.behind = next + 1
    return members
  }

  /// The type that an object names.
  func type(of members: ObjectMembers, expected: String) throws(ReadingProblem) -> ObjectType {
    guard let token = members.type else {
      throw problem("\(expected) needs a \"type\" member", at: members.start)
    }
    guard byte(token) == .quote else {
      throw problem("\"type\" must be a string, not \(kind(token))", at: token)
    }
    guard let type = members.knownType else {
      throw problem(
        "this is no type of GeoJSON (types are written as in \"Feature\" or \"Polygon\")", at: token)
    }
    return type
  }

  /// Refuses members that define another kind of object (RFC 7946 §7.1).
  @inline(__always)
  func forbid(_ token: Int?, _ name: MemberName, in type: ObjectType) throws(ReadingProblem) {
    guard let token else { return }
    throw problem("a \(type.rawValue) must not have a \"\(name)\" member (RFC 7946 section 7.1)", at: token)
  }

  /// Four or six numbers, south not above north (RFC 7946 §5).
  func checkBox(_ members: ObjectMembers) throws(ReadingProblem) {
    guard let token = members.bbox else { return }
    guard byte(token) == .leftBracket else {
      throw problem("\"bbox\" must be an array of four or six numbers, not \(kind(token))", at: token)
    }
    var numbers: [Double] = []
    var element = token + 1
    // Seven are enough to know that they are too many.
    while byte(element) != .rightBracket, numbers.count < 7 {
      guard kind(element) == "a number" else { throw problem("\"bbox\" must hold numbers only", at: element) }
      var scanner = TextScanner(buffer, from: offset(element))
      numbers.append(scanner.number().double)
      element += byte(element + 1) == .comma ? 2 : 1
    }
    guard numbers.count == 4 || numbers.count == 6 else {
      throw problem("\"bbox\" must hold four or six numbers, west, south, east, north", at: token)
    }
    guard numbers[1] <= numbers[numbers.count / 2 + 1] else {
      throw problem("\"bbox\" has its south above its north", at: token)
    }
  }
}
