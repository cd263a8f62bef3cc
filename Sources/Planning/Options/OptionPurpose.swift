/// What one of several plans to choose from is best at, as residents feel it.
public enum OptionPurpose: String, CaseIterable, Hashable, Sendable {
  case mostPlots = "most_plots"
  case shortestMoves = "shortest_moves"
  case shortestWalks = "shortest_walks"
  case mostKeptHouses = "most_kept_houses"
  case cheapestWorks = "cheapest_works"
  case mostOpenSpace = "most_open_space"
  /// Best at none of these, and not worse than another plan in all.
  case balanced

  /// In plain words, for the people who choose.
  public var words: String {
    switch self {
    case .mostPlots: "as many plots as were found"
    case .shortestMoves: "the shortest moves from today's houses"
    case .shortestWalks: "the shortest walks to a public road"
    case .mostKeptHouses: "most of today's houses stay where they are"
    case .cheapestWorks: "the least lanes, walkway and walls for each home"
    case .mostOpenSpace: "the most open ground for everybody"
    case .balanced: "best at nothing alone, good at several things"
    }
  }

  /// What the plan is best at, and whether more of it is better.
  public var measure: (id: MeasureID, isMore: Bool)? {
    switch self {
    case .mostPlots: (.homes, true)
    case .shortestMoves: (.moveMean, false)
    case .shortestWalks: (.walkToRoadMean, false)
    case .mostKeptHouses: (.keptHouses, true)
    case .cheapestWorks: (.worksPerPlot, false)
    case .mostOpenSpace: (.openSpace, true)
    case .balanced: nil
    }
  }
}
