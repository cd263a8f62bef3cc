internal import Geometry
internal import Regulations
internal import Settlement

extension WaterJudgement {
  func finding(_ subject: SetbackSubject, on ground: Ground) -> Finding {
    let canal = ground.canals.canals[distance.canal]
    let law = ground.canals.laws[distance.canal]
    let line = legalLine(law, ground)
    let words = Words(subject: subject.name, canal: canal.spokenName, line: "\(line)")
    return Finding(
      feature: subject.reference, subject: subject.name,
      rule: answer.rule.map(RuleCitation.init) ?? .unknownSetback, verdict: verdict,
      measured: distance.nearest.distance, required: requiredMetres, place: distance.nearest.place,
      other: canal.reference, canal: canal.name, legalLine: line, placeOnLine: distance.nearest.target,
      isOverWater: distance.isOverWater,
      message: ([message(words, law)] + notes(law, subject)).joined(separator: " "), remedy: remedy(law))
  }

  private func legalLine(_ law: CanalLaw, _ ground: Ground) -> LegalLine {
    switch distance.source {
    case .bank(let number): .bank(BankCitation(ground.canals.banks[number]))
    case .edge: .drawnEdge
    case .centreline: law.widthMetres.map { .centreline(widthMetres: $0) } ?? .centrelineOfUnknownWidth
    }
  }

  private struct Words {
    var subject, canal, line: String
  }

  private func message(_ words: Words, _ law: CanalLaw) -> String {
    let stands =
      distance.isOverWater
      ? "\(words.subject) stands over \(words.canal), past \(words.line)"
      : "\(words.subject) stands \(distance.nearest.distance.metres) from \(words.canal), measured from \(words.line)"
    if verdict == .exempt {
      return "\(stands). Exempt: \(exemption(law))"
    }
    switch answer {
    case .required(let metres, _, _):
      let asked = "\(stands); \(metres.metres) are asked for"
      guard verdict == .tooClose else { return asked + "." }
      return asked + ", which is nearer to the limit than the data can tell."
    case .noNumber(_, let reason): return "\(stands), and the rule gives no number: \(reason)"
    case .unknown(let missing, _):
      return "\(stands). What is asked cannot be said: \(missing) is not known for this water."
    case .exempt: return "\(stands)."
    }
  }

  private func exemption(_ law: CanalLaw) -> String {
    if law.isCulvert { return "the water runs in a culvert here, and the rule speaks of open water." }
    if case .exempt(_, let reason) = answer { return reason }
    return "the rule does not ask anything here."
  }

  private func notes(_ law: CanalLaw, _ subject: SetbackSubject) -> [String] {
    var notes: [String] = []
    if case .required(_, _, let note?) = answer { notes.append(note) }
    if let width = law.widthNote, verdict != .exempt { notes.append("Note: \(width).") }
    if let note = subject.note { notes.append(note) }
    return notes
  }

  private func remedy(_ law: CanalLaw) -> String {
    switch verdict {
    case .breach, .norm:
      if distance.isOverWater {
        return "take the part over the water away, or move the building behind the setback line"
      }
      let lack = max(0, (requiredMetres ?? 0) - distance.nearest.distance)
      return
        "move or shorten it by \(lack.metres) away from the water, or draw the building envelope if only the plot reaches into the strip"
    case .tooClose: return "have the distance measured on the ground"
    case .unknown: return remedyForUnknown
    case .exempt, .ok: return ""
    }
  }

  /// What has to be told before the distance can be judged.
  private var remedyForUnknown: String {
    if case .noNumber = answer {
      return "ask the authority what holds here; the law that was seen does not say"
    }
    guard case .unknown(let missing, let rule) = answer else { return "" }
    switch WaterAttribute(missing: missing) {
    case .width: return "state the legal width (width_m) of the canal, or give --canal-width"
    case let attribute?:
      return
        "state the \(attribute.name) of this water (property \(attribute.rawValue)) as the rule book knows it; \"klong rules explain\" lists the words"
    case nil:
      return rule == nil
        ? "state what this water is (land, class, lined, diked), or name another rule book"
        : "state the legal width (width_m) of the canal, or give --canal-width"
    }
  }
}

extension RuleCitation {
  /// Where the book has no rule to name.
  static let unknownSetback = RuleCitation(
    id: "setback", title: "Distance from the water", clause: "no clause in this rule book", level: .must)
}

extension Canal {
  /// Its name in a sentence.
  var spokenName: String { name ?? "the canal without a name (\(reference))" }
}
