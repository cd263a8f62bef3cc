/// What is told of all sites on one owner's land, for talks with the owner; whoever makes it decides what may be told.
public struct LandownerFigures: Hashable, Sendable {
  /// A project on the owner's land, or all of them together.
  public struct Site: Hashable, Sendable {
    public var row: ProgrammeFigures.Row
    /// Where it is and whose, a line each.
    public var places: [String]
    /// Nil for all sites together.
    public var status: ProgrammeFigures.Status?
    /// Nil where it is not known or not told.
    public var landSquareMetres: Double?

    public init(
      row: ProgrammeFigures.Row, places: [String] = [], status: ProgrammeFigures.Status? = nil,
      landSquareMetres: Double? = nil
    ) {
      (self.row, self.places) = (row, places)
      (self.status, self.landSquareMetres) = (status, landSquareMetres)
    }
  }

  public var owner: String
  /// Of whose communities the sites are; nil for all networks.
  public var network: String?
  public var sites: [Site]
  public var together: Site
  /// Sites that no sum of money is over, as their figures are not told.
  public var withoutMoney: Int
  /// Figures of fewer families are not told.
  public var leastFamilies: Int

  public init(
    owner: String, network: String?, sites: [Site], together: Site, withoutMoney: Int, leastFamilies: Int
  ) {
    (self.owner, self.network, self.sites) = (owner, network, sites)
    (self.together, self.withoutMoney, self.leastFamilies) = (together, withoutMoney, leastFamilies)
  }
}
