internal import JSON

extension Distance {
  /// An assumption: no law that we know asks for more than 500 m (Brazil, Law 12.651 article 4).
  static let mostMetres = 10_000.0

  /// The largest quantity of water that a step may name, in its unit: an assumption beyond every river and basin.
  static let mostQuantity = 10_000_000.0

  /// Cases within steps within cases are what laws need; deeper nesting is a mistake.
  static let deepestNesting = 4

  /// Reads the part of an object that states a distance; what is wrong has been reported when it is nil.
  static func read(_ object: ReadObject, depth: Int = 1) -> Distance? {
    guard depth <= deepestNesting else {
      object.report(
        "distances are nested deeper than \(deepestNesting) levels", remedy: "split the rule in several rules"
      )
      return nil
    }
    refuseStrayParts(object)
    if let metres = object["metres"] { return metres.number().map { .fixed(metres: $0) } }
    if let reason = object["no_number"] { return reason.text().map { .noNumber(reason: $0) } }
    if object["steps"] != nil { return readSteps(object, depth: depth) }
    if object["copy"] != nil { return readCopy(object) }
    if object["cases"] != nil { return readCases(object, depth: depth) }
    return nil
  }

  /// Members that belong to another way of stating a distance would be ignored silently.
  private static func refuseStrayParts(_ object: ReadObject) {
    let owners = [("by", "steps"), ("at_least_m", "copy"), ("at_most_m", "copy"), ("otherwise", "cases")]
    for (part, owner) in owners where object[owner] == nil {
      object[part]?.report("\"\(part)\" belongs to \"\(owner)\"", remedy: "add \"\(owner)\" or take it out")
    }
  }

  private static func readCopy(_ object: ReadObject) -> Distance? {
    guard let quantity = object["copy"]?.word(WaterQuantity.self) else { return nil }
    let least = object.number("at_least_m")
    let most = object.number("at_most_m")
    if quantity.unit != "m" {
      object["copy"]?.report("\(quantity.name) is no distance", remedy: "copy width_m or depth_m")
    }
    if let least, let most, least > most {
      object["at_least_m"]?.report(
        "at least \(least.short) m contradicts at most \(most.short) m", remedy: "swap or correct them")
    }
    return .copied(quantity, atLeastMetres: least, atMostMetres: most)
  }

  private static func readCases(_ object: ReadObject, depth: Int) -> Distance? {
    guard let list = object["cases"]?.list() else { return nil }
    let cases = list.map { member -> Case? in
      guard let entry = ReadObject(member, shape: .distanceCase) else { return nil }
      let condition = entry["when"].flatMap(WaterCondition.read)
      let distance = read(entry, depth: depth + 1)
      guard let condition, let distance else { return nil }
      return Case(condition: condition, distance: distance)
    }
    refuseUnreachable(cases, list)
    var otherwise: Distance?
    if let member = object["otherwise"] {
      otherwise = ReadObject(member, shape: .distance).flatMap { read($0, depth: depth + 1) }
    }
    return .cases(cases.compactMap { $0 }, otherwise: otherwise)
  }

  private static func refuseUnreachable(_ cases: [Case?], _ members: [ReadMember]) {
    for (index, member) in members.enumerated() {
      guard let condition = cases[index]?.condition else { continue }
      let earlier = cases.prefix(index).firstIndex { $0?.condition.covers(condition) ?? false }
      guard let earlier else { continue }
      member.report(
        "this case is never reached: case \(earlier) speaks of the same waters",
        remedy: "put the narrower case first, or take one out")
    }
  }
}
