public import GEOS
public import Settlement

/// Plays an order of building through, phase by phase, and says where somebody would have no roof.
///
/// Knows nothing of how the order was found.
public struct PhaseReplay: Sendable {
  /// What is said of one household.
  public struct Move: Hashable, Sendable {
    /// Places in the lists of houses and plots; no plot for a household that none is left for.
    public var house: Int
    public var plot: Int?
    /// At the start of this phase, from 1, the house goes; nil where it stands to the end.
    public var leaves: Int?

    public init(house: Int, plot: Int?, leaves: Int?) {
      self.house = house
      self.plot = plot
      self.leaves = leaves
    }
  }

  /// What does not work, in plain words; empty where the order works.
  public private(set) var faults: [String] = []
  /// The most households in temporary homes at one time.
  public private(set) var peak = 0
  /// Phases in temporary homes, all households together.
  public private(set) var householdPhases = 0

  /// - Parameters:
  ///   - phases: the plots that are built in each phase, by their place in `plots`.
  ///   - transit: how many temporary homes there are; nil where nobody said.
  /// - Throws: `GEOSError` when a deadline passes.
  public init(
    phases: [[Int]], moves: [Move], plots: [Plot], houses: [House], transit: Int?
  ) throws(GEOSError) {
    let built = phases.flatMap(\.self)
    if Set(built).count != built.count { faults.append("a plot is built twice") }
    if built.count != plots.count { faults.append("\(plots.count - built.count) plots are never built") }
    let taken = moves.compactMap(\.plot)
    if Set(taken).count != taken.count { faults.append("two households are given one plot") }
    if Set(moves.map(\.house)).count != houses.count { faults.append("a household is forgotten") }
    try play(phases, moves, plots, houses)
    if let transit, peak > transit {
      faults.append("\(peak) households need a temporary home at one time; there are \(transit)")
    }
  }

  /// A wall's breadth of overlap is no obstacle, in metres.
  private static let wall = 0.2

  private mutating func play(
    _ phases: [[Int]], _ moves: [Move], _ plots: [Plot], _ houses: [House]
  ) throws(GEOSError) {
    let areas = try plots.map { plot throws(GEOSError) in try MeasuredArea(plot.area) }
    let bodies = try houses.map { house throws(GEOSError) in try MeasuredArea(house.footprint) }
    var standing = Set(moves.map(\.house))
    var waiting: [Move] = []
    var ready: Set<Int> = []
    for (index, members) in phases.enumerated() {
      let leaving = moves.filter { $0.leaves == index + 1 }
      for move in leaving where standing.remove(move.house) != nil {
        // Who has a finished plot moves straight in.
        if let plot = move.plot, !ready.contains(plot) { waiting.append(move) }
      }
      for plot in members where plots.indices.contains(plot) {
        for house in standing.sorted() where bodies.indices.contains(house) {
          guard let overlap = try areas[plot].overlap(bodies[house], above: 0.01),
            overlap.depthMetres > Self.wall
          else { continue }
          faults.append("in phase \(index + 1) a house still stands where plot \(plot + 1) is built")
        }
      }
      peak = max(peak, waiting.count)
      householdPhases += waiting.count
      ready.formUnion(members)
      waiting.removeAll { $0.plot.map(ready.contains) ?? false }
    }
    if !waiting.isEmpty { faults.append("\(waiting.count) households still wait when all is built") }
  }
}
