import GEOS
import Geometry
import Settlement

/// The site as the layout sees it: where plots may stand, where one may walk, where one comes in.
struct Ground {
  /// Separate pieces of land for plots and lanes.
  var parts: [Polygon]
  /// The public strip along the bank, as far as it lies in the site.
  var walkway: Shape
  /// Where a lane may run.
  var walkable: Shape
  /// Public roads and access points, widened by the gap between land and road that one may cross.
  var entrances: Shape
  /// Roads and lanes that stay, as they lie inside the site: no plot may lie on them.
  var roads: Shape
  /// Roads by which one may come in, in the site and close around it.
  var openRoads: Shape
  /// Today's lanes that stay.
  var keptLanes: Shape
  /// A lane that had to be laid to bring the walkway to a road.
  var connector: Shape?
  /// A lane for vehicles along the site, laid before the plots are.
  var spine: Spine?
  /// Where nothing may be built; empty unless plots may reach into it.
  var buildingStrip: Shape
  var setbacks: [SetbackLine]
  /// What setbacks are measured from.
  var legalLine: Shape
  /// Land of the bounds: all that is neither water's strip nor kept things.
  var boundGround: Shape
  var siteSquareMetres: Double
  /// What must stay, without the clearance around it.
  var kept: Shape
  /// Houses that stay: the rule of the row counts them as neighbours.
  var houses: [Polygon] = []
  /// Plots that were decided before: they stay, count, and keep their numbers.
  var decided: [Plot] = []
  /// On which sides those of them front for which a front was found.
  var decidedFronts: [DecidedFront] = []

  /// A road is kept clear by a little more than the tolerance of the search, by which plots may overstep; in metres.
  static let clearance = 0.0004
}

extension Ground {
  /// Everything that one may walk on before any lane is laid: a plot that touches it needs no lane.
  func ways() throws -> Shape {
    let all = [walkway, openRoads, keptLanes] + laid
    return Shape(try all.filter { !$0.isEmpty }.unaryUnion().polygons)
  }

  /// Lanes that are laid before the search.
  private var laid: [Shape] { [connector, spine?.area].compactMap(\.self) }

  /// Whether a public road runs through the site beside a piece of its land.
  func hasOpenRoads(beside part: Polygon) throws -> Bool {
    guard !openRoads.isEmpty, !roads.isEmpty else { return false }
    let inside = try openRoads.intersection(roads)
    guard inside.areaInSquareMetres > 1 else { return false }
    return try inside.isWithin(metres: 2 * Self.clearance, of: .polygon(part))
  }

  /// The ways without the walkway.
  func waysBesideWalkway() throws -> Shape {
    let made = [openRoads, keptLanes] + laid
    let parts = made.filter { !$0.isEmpty }
    return parts.isEmpty ? .empty(.polygon) : Shape(try parts.unaryUnion().polygons)
  }

  /// - Throws: ``PlanningError`` when there is nothing to plan or no way in.
  init(_ settlement: Settlement, request: PlanRequest) throws {
    guard !settlement.site.isEmpty else { throw PlanningError.noSite }
    let site = try settlement.site.map { try Shape.polygon($0).madeValid() }.unaryUnion()
    let waterfronts = try settlement.canals.filter { !$0.isCulvert }.map { canal in
      try Waterfront(
        canal: canal, banks: settlement.banks.filter { $0.canal == nil || $0.canal == canal.name },
        rules: request.rules)
    }
    guard !waterfronts.isEmpty else { throw PlanningError.noWater }

    var strips = WaterStrips(land: site)
    for waterfront in waterfronts { try strips.take(waterfront, request: request) }
    let kept = try Obstacles(settlement)
    let ways = try Entrances(settlement, site: site, gapMetres: request.roadGapMetres ?? RoadGap.drawn)

    siteSquareMetres = site.areaInSquareMetres
    entrances = ways.entrances
    let lanes = try KeptLanes(settlement)
    keptLanes = try lanes.area.intersection(site)
    roads = try ways.roadsInside.union(keptLanes)
    openRoads = ways.openRoads
    self.kept = kept.bare
    decided = settlement.plots.filter(\.isLocked)
    houses = settlement.houses.filter(\.isLocked).flatMap(\.footprint)
    setbacks = strips.setbacks
    legalLine = strips.legalLine
    buildingStrip = request.plotsMayReachIntoSetback ? strips.setbackStrip : .empty(.polygon)
    walkway = try strips.walkway.union(
      kept.detours(in: strips.walkway, byMetres: request.walkwayWidthMetres).intersection(strips.land)
    ).union(lanes.walkway.intersection(strips.land)).difference(kept.ground)
    walkable = try strips.land.difference(kept.ground)
    boundGround = try strips.land.difference(strips.plotStrip).difference(kept.bare).difference(roads)
    parts = try walkable.difference(strips.plotStrip).difference(walkway).difference(
      ways.roads.union(keptLanes).buffered(byMetres: Self.clearance, join: .mitre)
    ).polygons
    guard !parts.isEmpty else { throw PlanningError.nothingLeftToPlan }
    if let metres = ways.nearestMetres, metres > 0 { throw PlanningError.noEntrance(nearestMetres: metres) }
    if entrances.isEmpty { throw PlanningError.noEntrance(nearestMetres: nil) }
  }
}
