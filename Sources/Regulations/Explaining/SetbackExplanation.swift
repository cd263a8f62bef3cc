/// An answer of a book with all that one should know before relying on it.
public struct SetbackExplanation: Hashable, Sendable {
  public let answer: SetbackAnswer
  /// Every rule that speaks, or may speak, of the water, with its own answer.
  public let speaking: [SetbackAnswer]
  /// Other readings that give something else here.
  public let conflicts: [SetbackRule.Conflict]
  /// Who may have set another distance here.
  public let delegations: [SetbackRule.Delegation]
  /// What must be told before there is an answer, in the order in which it is asked for; empty when there is one.
  public let needed: [Need]
  /// What nobody said and would change the answer.
  public let changes: [Change]

  /// Something to be told.
  public struct Need: Hashable, Sendable {
    public let attribute: WaterAttribute
    /// What may be said: the words that the book knows, or the unit.
    public let answers: String
  }

  /// A value of something that nobody said, and what would follow.
  public struct Change: Hashable, Sendable {
    public let attribute: WaterAttribute
    /// `diked`, `land class urban`, `from 10 m`.
    public let value: String
    public let outcome: Outcome
    public let rule: Rule?
  }

  /// What would follow.
  public enum Outcome: Hashable, Sendable {
    case metres(Double)
    /// A number that follows the quantity itself.
    case varying
    case noNumber, exempt
    /// Something else must be told as well.
    case unknown(missing: String)
  }
}

extension SetbackExplanation.Outcome: CustomStringConvertible {
  public var description: String {
    switch self {
    case .metres(let metres): "\(metres.short) m"
    case .varying: "a distance that grows with it"
    case .noNumber: "no number"
    case .exempt: "exempt"
    case .unknown(let missing): "depends on the \(missing)"
    }
  }
}
