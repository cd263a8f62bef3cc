internal import JSON

/// The objects at the top that have something to say about the whole, and whether they agree.
struct RootMembers {
  let source: [UInt8]
  private(set) var objects: [RootObject] = []
  /// Nil until there is a second object: the members of an only one are read when they are asked for.
  private var merged: MergedMembers?

  init(source: [UInt8]) { self.source = source }

  /// False when it says otherwise than one before it.
  mutating func note(_ object: RootObject) -> Bool {
    guard let first = objects.first else {
      objects = [object]
      return true
    }
    // In place: a copy of the index for each text would take time with their square.
    if merged == nil { merged = MergedMembers(first.members(in: source)) }
    guard let (isNew, agrees) = merged?.merge(object.members(in: source)) else { return true }
    if isNew { objects.append(object) }
    return agrees
  }
}

/// Members of several objects; with an index, because a sequence may have as many names as it has texts.
struct MergedMembers {
  private(set) var members: [JSONObject.Member] = []
  private var places: [[UInt8]: Int] = [:]

  init(_ object: JSONObject = [:]) { _ = merge(object) }

  /// Takes what is new; the first of a name stays. Each text has a box of its own, which is no disagreement.
  mutating func merge(_ object: JSONObject) -> (isNew: Bool, agrees: Bool) {
    var (isNew, agrees) = (false, true)
    for member in object {
      let name = Array(member.name.utf8)
      if let place = places[name] {
        agrees = agrees && (members[place].value == member.value || member.name == "bbox")
      } else {
        places[name] = members.count
        members.append(member)
        isNew = true
      }
    }
    return (isNew, agrees)
  }
}
