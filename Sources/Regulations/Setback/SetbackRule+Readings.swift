extension SetbackRule {
  /// What other sources say instead. Both readings stand, the rule's own is taken, and reports tell both.
  public struct Alternative: Hashable, Sendable {
    /// What the sources say, as a sentence without a full stop.
    public let says: String
    /// Why the rule's own reading is taken, as the end of a sentence.
    public let reason: String
    /// Where it stands, when the rule's own clause does not hold it.
    public let clause: String?
    public let sources: [Source]
    public let confidence: Confidence
    public let condition: WaterCondition
    /// Nil when the sources agree on the distance and differ in the line it starts from.
    public let distance: Distance?
    public let start: StartLine?
    public let startText: String?

    public init(
      says: String, reason: String, clause: String? = nil, sources: [Source], confidence: Confidence,
      condition: WaterCondition = WaterCondition(), distance: Distance? = nil, start: StartLine? = nil,
      startText: String? = nil
    ) {
      self.says = says
      self.reason = reason
      self.clause = clause
      self.sources = sources
      self.confidence = confidence
      self.condition = condition
      self.distance = distance
      self.start = start
      self.startText = startText
    }
  }

  /// Leave for an authority to set another distance, whose number this book does not know.
  public struct Delegation: Hashable, Sendable {
    /// Who may set what, as a sentence without a full stop.
    public let says: String
    public let clause: String
    public let sources: [Source]
    public let condition: WaterCondition

    public var words: String { "\(says) (\(clause))." }

    public init(says: String, clause: String, sources: [Source], condition: WaterCondition = WaterCondition())
    {
      self.says = says
      self.clause = clause
      self.sources = sources
      self.condition = condition
    }
  }

  /// Another reading that gives this water something else than the rule does.
  public struct Conflict: Hashable, Sendable {
    public let alternative: Alternative
    /// What it would ask here; nil when it gives no number, or asks the same from another line.
    public let metres: Double?

    /// Both readings, and why one is taken.
    public func words(taken: Double?) -> String {
      let codes = alternative.sources.map(\.code).joined(separator: ", ")
      let here = metres.map { "; here \($0.short) m" } ?? ""
      let reading = taken.map { "\($0.short) m" } ?? "The rule's own reading"
      return """
        The sources conflict: \(alternative.says) (\(codes), \(alternative.confidence.words)\(here)). \
        \(reading) is taken because \(alternative.reason).
        """
    }
  }

  /// Whether the rule speaks of the water. One that applies only where that is stated does not wait for an answer.
  func truth(for water: WaterBody) -> WaterCondition.Truth {
    let truth = condition.truth(for: water)
    guard isOnlyWhereStated, case .unknown = truth else { return truth }
    return .no
  }

  /// The other readings that differ here from the distance that the rule asks.
  func conflicts(for water: WaterBody, taken: Double?) -> [Conflict] {
    alternatives.compactMap { alternative in
      guard alternative.condition.truth(for: water) != .no else { return nil }
      guard let distance = alternative.distance else {
        return Conflict(alternative: alternative, metres: nil)
      }
      guard case .metres(let metres, _) = distance.outcome(for: water) else {
        return Conflict(alternative: alternative, metres: nil)
      }
      return metres == taken && alternative.start == nil
        ? nil : Conflict(alternative: alternative, metres: metres)
    }
  }

  /// The authorities that may have set something else for this water.
  func delegations(for water: WaterBody) -> [Delegation] {
    delegations.filter { $0.condition.truth(for: water) != .no }
  }
}
