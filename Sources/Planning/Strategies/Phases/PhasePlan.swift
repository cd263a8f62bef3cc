public import Settlement

/// An order of building in which everybody has a house, a temporary home or a new plot at every time.
public struct PhasePlan: Sendable {
  /// One household's way from its house to its plot.
  public struct Move: Hashable, Sendable {
    /// The house's place in the list that was given.
    public var house: Int
    /// The plot's place in the list that was given; nil for a household that no plot is left for.
    public var plot: Int?
    /// The phase, from 1, at whose start the house must go; nil where it may stand to the end.
    public var leaves: Int?
    /// The phase after which the plot is ready.
    public var ready: Int?
    public var metres: Double?

    /// For how many phases the household lives in a temporary home.
    public var waits: Int {
      guard let leaves, let ready, leaves <= ready else { return 0 }
      return ready - leaves + 1
    }
  }

  /// The plots of each phase, in the order of building.
  public var phases: [[Int]]
  public var moves: [Move]
  /// The most households in temporary homes at one time.
  public var peak: Int
  /// Phases in temporary homes, all households together.
  public var householdPhases: Int
  /// The peak where all is built at once.
  public var peakAtOnce: Int
  /// Whether the best order known needs no more temporary homes than there are.
  public var fits: Bool
}

extension PhasePlan {
  /// The order of building found for a plan.
  ///
  /// Households go to the plots that are nearest by the sum of squared distances. The order is the best of several
  /// greedy ones, improved by moving and exchanging phases; a better one may exist.
  /// - Parameters:
  ///   - plots: all plots of the plan.
  ///   - ways: its lanes and walkways.
  ///   - houses: those that go.
  ///   - transit: how many temporary homes there are; nil where nobody said.
  public static func ordered(
    plots: [Plot], ways: [Lane], houses: [House], laneWidthMetres: Double, transit: Int?
  ) throws(PlanningError) -> PhasePlan {
    do {
      let blocks = try BuildingBlocks(of: plots, ways: ways, laneWidthMetres: laneWidthMetres)
      return try PhaseSearch(blocks: blocks, plots: plots, houses: houses).best(transit: transit)
    } catch {
      throw .shape("the phases could not be worked out: \(error)")
    }
  }
}
