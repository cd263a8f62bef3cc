internal import Compliance
internal import Planning
internal import Regulations

/// What was asked of a layout: as the options of `klong plan` say it, and as a plan file keeps it.
struct PlanTerms: Hashable, Sendable {
  var plot = PlotSize(frontageMetres: 4, depthMetres: 7)
  var laneWidthMetres = 3.0
  var walkwayWidthMetres = 3.0
  var rowMaximumUnits = 10
  var rowGapMetres = 4.0
  var plotsMayReachIntoSetback = false
  var search = SearchTerms()
  /// How many households need a plot; nil where nobody said.
  var households: Int?
  /// `--canal-width`, in metres.
  var canalWidthMetres: Double?
  var seed = 1
  /// The rule book: its built-in name, or the file.
  var book = RuleBook.standardName
  /// Norms that were made binding.
  var strict: [String] = []

  init() {}
}

extension RuleBook {
  /// The book that is taken when nobody names one.
  static let standardName = "thailand-mr55"
}

extension PlanTerms {
  /// The request for the engine. Where the rule book binds rows more tightly than the options, the book counts.
  ///
  /// - Parameter warn: told of each option that the book overrules.
  func request(rules: RuleBook, warn: (String) -> Void) -> PlanRequest {
    var request = PlanRequest(rules: rules)
    request.plot = plot
    request.laneWidthMetres = laneWidthMetres
    request.walkwayWidthMetres = walkwayWidthMetres
    request.rowMaximumUnits = rowMaximumUnits
    request.rowGapMetres = rowGapMetres
    request.households = households
    request.plotsMayReachIntoSetback = plotsMayReachIntoSetback
    search.ask(&request)
    if let units = rules.rowLimits?.units, units.rule.level == .must, units.value < rowMaximumUnits {
      warn("rows of \(rowMaximumUnits) plots are longer than \(units.rule.clause) allows: \(units.value)")
      request.rowMaximumUnits = units.value
    }
    if let gap = rules.rowLimits?.gap, gap.rule.level == .must, gap.value > rowGapMetres {
      warn(
        "a gap of \(fixed(rowGapMetres, decimals: 2)) m is less than \(gap.rule.clause) asks: "
          + "\(fixed(gap.value, decimals: 2)) m")
      request.rowGapMetres = gap.value
    }
    return request
  }

  /// What the plan claims of itself, for the checker.
  ///
  /// - Parameter siteSquareMetres: of which a share was to stay open.
  func statement(plots: Int?, siteSquareMetres: Double) -> PlanStatement {
    var statement = PlanStatement(
      plotFrontageMetres: plot.frontageMetres, plotDepthMetres: plot.depthMetres,
      laneWidthMetres: laneWidthMetres, walkwayWidthMetres: walkwayWidthMetres,
      rowMaximumUnits: rowMaximumUnits, rowGapMetres: rowGapMetres, plots: plots)
    statement.isRelaxed = search.isRelaxed
    statement.flexMetres = search.flexMetres
    statement.endLotMetres = search.endLotMetres
    statement.plotSizes = search.sizes.map {
      StatedPlotSize(frontageMetres: $0.size.frontageMetres, depthMetres: $0.size.depthMetres)
    }
    statement.places = search.places.map { StatedPlace(use: $0.use, squareMetres: $0.squareMetres) }
    statement.fireReachMetres = search.fireReach?.reachMetres
    statement.roadGapMetres = search.roadGapMetres
    statement.fireWidthMetres = search.fireReach?.widthMetres
    statement.deadEndMetres = search.deadEndMetres
    statement.courts = search.courts ?? 0
    statement.openSquareMetres = search.openSpace?.squareMetres(ofSite: siteSquareMetres)
    return statement
  }
}
