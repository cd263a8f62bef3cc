import Compliance
import Planning

/// Something that a plan is asked for, with what the plan then claims of itself to the checker.
struct RandomSiteWish {
  let name: String
  let ask: @Sendable (inout PlanRequest) -> Void

  /// Every wish that `klong plan` knows for a layout, one after the other and some together.
  static let all: [RandomSiteWish] = [
    .init(name: "plain") { _ in },
    .init(name: "relaxed") { $0.isRelaxed = true },
    .init(name: "flex") { ($0.flexMetres, $0.endLotMetres) = (0.3, 1) },
    .init(name: "sizes") {
      $0.sizes = [WantedPlots(size: small, count: 40), WantedPlots(size: large, count: 20)]
    },
    .init(name: "places") {
      $0.places = [WantedPlace(use: "hall", squareMetres: 60)]
      $0.openSpace = .share(0.05)
    },
    .init(name: "spine") { $0.spineWidthMetres = 4 },
    .init(name: "fire reach") { $0.fireReach = FireReach(reachMetres: 90, widthMetres: 4) },
    .init(name: "in setback") { $0.plotsMayReachIntoSetback = true },
    .init(name: "wide lanes") { ($0.laneWidthMetres, $0.walkwayWidthMetres) = (4, 2) },
    .init(name: "large plots") { $0.plot = PlotSize(frontageMetres: 5.5, depthMetres: 9) },
    .init(name: "short rows") { $0.rowMaximumUnits = 6 },
    .init(name: "dead ends") { $0.deadEndMetres = 30 },
    .init(name: "courts") { $0.courts = 2 },
    .init(name: "dead ends and courts") { ($0.deadEndMetres, $0.courts) = (25, 1) },
    .init(name: "relaxed places") {
      $0.isRelaxed = true
      $0.flexMetres = 0.2
      $0.places = [WantedPlace(use: "clinic", squareMetres: 40)]
      $0.fireReach = FireReach(reachMetres: 60, widthMetres: 3)
    },
  ]

  private static let small = PlotSize(frontageMetres: 4, depthMetres: 7)
  private static let large = PlotSize(frontageMetres: 5, depthMetres: 8)

  /// What a plan for such a request says of itself, as `klong plan` writes it.
  static func statement(_ request: PlanRequest) -> PlanStatement {
    var statement = PlanStatement(
      plotFrontageMetres: request.smallestPlot.frontageMetres,
      plotDepthMetres: request.smallestPlot.depthMetres, laneWidthMetres: request.laneWidthMetres,
      walkwayWidthMetres: request.walkwayWidthMetres, rowMaximumUnits: request.rowMaximumUnits,
      rowGapMetres: request.rowGapMetres)
    statement.isRelaxed = request.isRelaxed
    statement.flexMetres = request.flexMetres > 0 ? request.flexMetres : nil
    statement.endLotMetres = request.endLotMetres > 0 ? request.endLotMetres : nil
    statement.plotSizes = request.sizes.map {
      StatedPlotSize(frontageMetres: $0.size.frontageMetres, depthMetres: $0.size.depthMetres)
    }
    statement.places = request.places.map { StatedPlace(use: $0.use, squareMetres: $0.squareMetres) }
    statement.roadGapMetres = request.roadGapMetres
    (statement.deadEndMetres, statement.courts) = (request.deadEndMetres, request.courts)
    statement.fireReachMetres = request.fireReach?.reachMetres
    statement.fireWidthMetres = request.fireReach?.widthMetres
    return statement
  }
}
