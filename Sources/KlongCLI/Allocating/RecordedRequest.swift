internal import CommandLineKit
internal import Cooperative
internal import JSON

/// How an allocation was asked for and what was drawn, as its record says it; options said otherwise come first.
struct RecordedRequest {
  let request: AllocationRequest
  let number: String
  let secret: String?
  let commitment: String?

  /// Nil where the record does not say it.
  init?(_ root: JSONObject) {
    guard let method = root["method"]?.string.flatMap(AllocationRequest.Method.init(rawValue:)),
      let asked = root["request"]?.object, let number = root["draw"]?["number"]?.string
    else { return nil }
    var request = AllocationRequest(method: method)
    request.needsAreHard = asked["needs"]?.string == "hard"
    request.needMetres = asked["need_weight_m"]?.double ?? request.needMetres
    request.mostMetres = asked["max_move_m"]?.double
    request.groupSize = asked["group_size"]?.int ?? request.groupSize
    if case .bool(let completes)? = asked["complete"] { request.completes = completes }
    self.request = request
    self.number = number
    (secret, commitment) = (root["draw"]?["secret"]?.string, root["draw"]?["commitment"]?.string)
  }
}

extension AllocationRequest {
  /// By the options, and where they do not speak by a record.
  ///
  /// - Throws: `UsageError` where hand is asked for without its list, or options contradict one another.
  init(_ arguments: ParsedArguments, recorded: RecordedRequest?) throws(UsageError) {
    let isSaid = ["method", "needs", "need-weight", "max-move", "group-size", "complete"].contains(
      where: arguments.has)
    guard let recorded, !isSaid else {
      try self.init(arguments)
      return
    }
    self = recorded.request
    guard method != .hand || arguments.has("agreed") else {
      throw UsageError(
        "the record is of a list that people agreed on",
        remedy: "name the table of household and plot with --agreed")
    }
  }
}
