/// How far from the water, from which line, and for which waters and structures.
public struct SetbackRule: Hashable, Sendable {
  /// The waters of which the rule speaks.
  public let condition: WaterCondition
  public let start: StartLine
  /// The start of the measurement in the words of the source.
  public let startText: String
  public let distance: Distance
  /// Rules of the same book that do not apply where this one does (a local authority's own number).
  public let overrides: [String]
  public let exemptions: [Exemption]
  /// What other sources say of the same distance.
  public let alternatives: [Alternative]
  /// Who may set another distance.
  public let delegations: [Delegation]
  /// True for a special case that applies only where each part of its condition is stated; elsewhere a part that
  /// nobody stated leaves the rule in doubt.
  public let isOnlyWhereStated: Bool

  /// The line from which a distance is measured.
  public enum StartLine: String, CaseIterable, Hashable, Sendable {
    case legalBoundary = "legal_boundary"
    case bankEdge = "bank_edge"
    case bankTop = "bank_top"
    case channelBedEdge = "channel_bed_edge"
    case highWater = "high_water"
    case floodLine = "flood_line"
    case dikeFoot = "dike_foot"
    case centreline
    case fence
  }

  /// Structures that need no setback, with the text that says so.
  public struct Exemption: Hashable, Sendable {
    public let structures: [String]
    public let text: String

    public init(structures: [String], text: String) {
      self.structures = structures
      self.text = text
    }
  }

  public init(
    condition: WaterCondition = WaterCondition(), start: StartLine, startText: String, distance: Distance,
    overrides: [String] = [], exemptions: [Exemption] = [], alternatives: [Alternative] = [],
    delegations: [Delegation] = [], isOnlyWhereStated: Bool = false
  ) {
    self.condition = condition
    self.start = start
    self.startText = startText
    self.distance = distance
    self.overrides = overrides
    self.exemptions = exemptions
    self.alternatives = alternatives
    self.delegations = delegations
    self.isOnlyWhereStated = isOnlyWhereStated
  }

  /// The exemption that covers the structure, if one does.
  func exemption(of structure: String?) -> Exemption? {
    guard let structure else { return nil }
    return exemptions.first { $0.structures.contains { $0.means(structure) } }
  }
}
