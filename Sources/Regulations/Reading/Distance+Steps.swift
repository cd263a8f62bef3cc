internal import JSON

extension Distance {
  static func readSteps(_ object: ReadObject, depth: Int) -> Distance? {
    let quantity = object["by"]?.word(WaterQuantity.self)
    if object["by"] == nil {
      object.report("\"by\" is missing", remedy: "say by which quantity the steps go, such as \"width_m\"")
    }
    guard let list = object["steps"]?.list() else { return nil }
    var steps: [Step] = []
    for member in list {
      guard let entry = ReadObject(member, shape: .step) else { continue }
      let range = Interval.read(entry)
      let distance = read(entry, depth: depth + 1)
      let tie = entry["tie"].flatMap { readTie($0, range: range) }
      guard let range, let distance else { continue }
      steps.append(Step(range: range, distance: distance, tie: tie))
    }
    // A step that could not be read would look like a gap as well.
    if steps.count == list.count { refuseGapsAndOverlaps(steps.map(\.range), list) }
    return quantity.map { .steps(by: $0, steps) }
  }

  private static func readTie(_ member: ReadMember, range: Interval?) -> String? {
    guard let range else { return member.text() }
    let startIsInside = range.includesLower && range.lower > 0
    if startIsInside == range.includesUpper {
      member.report(
        "a tie needs a range with exactly one end inside it",
        remedy: "use \"from\" with \"below\", or \"above\" with \"to\"")
    }
    return member.text()
  }

  private static func refuseGapsAndOverlaps(_ ranges: [Interval], _ members: [ReadMember]) {
    let declare = "close it, or declare it by a step with \"no_number\" and the reason"
    var end = 0.0
    var endIsTaken = false
    for (range, member) in zip(ranges, members) {
      if range.lower > end {
        member.report("nobody says what holds from \(end.short) to \(range.lower.short)", remedy: declare)
      } else if range.lower < end || (range.includesLower && endIsTaken) {
        member.report(
          "this step overlaps the one before it, which goes on to \(end.short)",
          remedy: "let each step start where the one before it ends, with the end inside only one of them")
      } else if !range.includesLower, !endIsTaken {
        member.report("nobody says what holds at exactly \(end.short)", remedy: declare)
      }
      end = range.upper
      endIsTaken = range.includesUpper
    }
    if end.isFinite, let last = members.last {
      last.report("nobody says what holds above \(end.short)", remedy: declare)
    }
  }
}

extension Interval {
  /// The range of a step; a start that is left out is 0, an end that is left out is none.
  fileprivate static func read(_ step: ReadObject) -> Interval? {
    let range = 0...Distance.mostQuantity
    for (one, other) in [("from", "above"), ("to", "below")] where step[one] != nil {
      step[other]?.report("\"\(one)\" and \"\(other)\" both name the same end", remedy: "keep one of them")
    }
    let interval = Interval(
      lower: (step["from"] ?? step["above"])?.number(in: range) ?? 0, includesLower: step["above"] == nil,
      upper: (step["to"] ?? step["below"])?.number(in: range) ?? .infinity, includesUpper: step["to"] != nil)
    if interval.isEmpty {
      step.report(
        "no value lies between \(interval.lower.short) and \(interval.upper.short)",
        remedy: "correct the ends")
      return nil
    }
    return interval
  }
}
