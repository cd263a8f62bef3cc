internal import JSON

/// An object of the file that has been held against its shape.
struct ReadObject {
  let path: JSONPath
  let log: ReadingLog
  private let object: JSONObject

  /// Reports unknown, missing and too many members; nil when it is no object at all.
  init?(_ member: ReadMember, shape: ObjectShape) {
    guard case .object(let object) = member.value else {
      member.report("\(member.value.kind) stands where an object is needed", remedy: "put it in braces")
      return nil
    }
    self.object = object
    path = member.path
    log = member.log
    refuseUnknown(shape)
    demandRequired(shape)
    demandChoice(shape)
  }

  subscript(name: String) -> ReadMember? {
    object[name].map { ReadMember(value: $0, path: path + [.name(name)], log: log) }
  }

  /// A required member that is wrong or missing has been reported; nil then.
  func text(_ name: String) -> String? { self[name]?.text() }
  func number(_ name: String) -> Double? { self[name]?.number() }

  func report(_ problem: String, remedy: @autoclosure () -> String) {
    log.report(path, problem, remedy: remedy())
  }

  private func refuseUnknown(_ shape: ObjectShape) {
    for name in object.names where !shape.members.contains(name) {
      log.report(
        path + [.name(name)], "a \(shape.name) has no member \"\(name)\"",
        remedy: NearName.advice(for: name, among: shape.members))
    }
  }

  private func demandRequired(_ shape: ObjectShape) {
    for name in shape.required where object[name] == nil {
      report("\"\(name)\" is missing", remedy: "every \(shape.name) needs it")
    }
  }

  private func demandChoice(_ shape: ObjectShape) {
    guard !shape.choice.isEmpty else { return }
    let given = shape.choice.filter { object[$0] != nil }
    let names = NearName.list(shape.choice, quoted: true, last: " and ")
    if given.isEmpty {
      report("this \(shape.name) says nothing", remedy: "give it exactly one of \(names)")
    } else if given.count > 1 {
      let both = NearName.list(given, quoted: true, last: " and ")
      report("this \(shape.name) contradicts itself with \(both)", remedy: "keep exactly one of \(names)")
    }
  }
}
