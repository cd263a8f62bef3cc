internal import Compliance
internal import Regulations
internal import Settlement

extension RuleBook {
  /// What a reader must know of the law itself before the findings.
  func notes(on canals: [Canal]) -> [String] {
    let waters = canals.compactMap { $0.water(widthMetres: $0.widthMetres) }
    return startNotes(on: waters) + conflictNotes(on: waters)
  }

  /// Where the law starts to measure from a line that no canal is drawn by, so that a drawn edge may be too kind.
  private func startNotes(on waters: [WaterBody]) -> [String] {
    let speaking = Set(waters.flatMap { setbacks(for: $0).compactMap(\.rule?.id) })
    return setbackRules.compactMap { rule in
      guard speaking.contains(rule.id), case .setback(let setback) = rule.content else { return nil }
      switch setback.start {
      case .legalBoundary, .bankEdge: return nil
      case .bankTop, .channelBedEdge, .highWater, .floodLine, .dikeFoot, .centreline, .fence:
        return
          "rule \(rule.id) measures from \(setback.startText): draw that line with kind = bank; where there is none, the canal's own edge is taken for it"
      }
    }
  }

  /// Readings that were not taken, so that a house is not told to be clear without a word on them.
  private func conflictNotes(on waters: [WaterBody]) -> [String] {
    var counts: [SetbackRule.Alternative: Int] = [:]
    var order: [(rule: Rule, alternative: SetbackRule.Alternative)] = []
    for water in waters {
      let answer = setback(for: water)
      guard let rule = answer.rule else { continue }
      for conflict in answer.conflicts(for: water) {
        if counts[conflict.alternative] == nil { order.append((rule, conflict.alternative)) }
        counts[conflict.alternative, default: 0] += 1
      }
    }
    return order.map { rule, alternative in
      let codes = alternative.sources.map(\.code).joined(separator: ", ")
      let waters = counted(counts[alternative] ?? 0, "water")
      return
        "beside \(waters) the sources of rule \(rule.id) conflict: \(alternative.says) (\(codes), \(alternative.confidence.words)); the own reading of the rule is taken because \(alternative.reason)"
    }
  }
}
