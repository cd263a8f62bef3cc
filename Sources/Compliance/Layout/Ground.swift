internal import GEOS
internal import Geometry
internal import Regulations
internal import Settlement

/// Everything that the rules look at, measured and indexed once.
struct Ground {
  let layout: CheckedLayout
  let book: RuleBook
  let tolerances: Tolerances
  let accuracyMetres: Double?
  let listsAllCanals: Bool
  let canals: CanalMap

  let plots: [CheckedPlot]
  let plotIndex: SpatialIndex
  let frames: [PlotFrame]
  /// Envelopes that name no plot, or none that there is.
  let strayEnvelopes: [BuildingEnvelope]
  /// Lanes and walkways first, then the roads that give access.
  let ways: [Way]
  let laneCount: Int
  /// All roads, those without access too.
  let roads: [Way]
  let contacts: [[Contact]]
  /// For each plot, how long it lies on a way on each of its sides.
  let contactLengths: [[PlotFrame.Side: Double]]
  let fronts: [PlotFrame.Side?]
  let rows: [Row]

  var statement: PlanStatement? { layout.statement }
  var settlement: Settlement { layout.settlement }
  /// A lane that ends this near to a public road or access point reaches it, in metres.
  var roadContactMetres: Double { max(tolerances.roadContactMetres, statement?.roadGapMetres ?? 0) }

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ layout: CheckedLayout, checker: Checker) throws(GEOSError) {
    self.layout = layout
    book = checker.book
    tolerances = checker.tolerances
    accuracyMetres = checker.accuracyMetres
    listsAllCanals = checker.listsAllCanals
    canals = CanalMap(
      layout.settlement, book: checker.book, assumedWidthMetres: checker.canalWidthMetres,
      accuracyMetres: checker.accuracyMetres ?? 0)
    let touch = checker.tolerances.touchMetres
    let placed = try PlacedPlots(layout)
    plots = placed.plots
    strayEnvelopes = placed.strayEnvelopes
    plotIndex = SpatialIndex(placed.plots.map(\.body.bounds))
    frames = placed.plots.map { PlotFrame($0.body) }
    let drawnWays = try DrawnWays(layout)
    (ways, laneCount, roads) = (drawnWays.ways, drawnWays.laneCount, drawnWays.roads)
    let finder = ContactFinder(drawnWays.ways)
    contacts = placed.plots.map { finder.contacts(of: $0.body, within: touch) }
    contactLengths = zip(contacts, frames).map(Self.lengths)
    let walls = SharedWall.all(of: plots, frames: frames, index: plotIndex, within: touch)
    let claims = placed.plots.map { layout.claim(of: $0.plot).frontage }
    fronts = Fronts(frames: frames, contactLengths: contactLengths, claims: claims, walls: walls).sides
    rows = Row.all(plots: plots, frames: frames, fronts: fronts, walls: walls)
  }

  private static func lengths(_ contacts: [Contact], _ frame: PlotFrame) -> [PlotFrame.Side: Double] {
    let ofEdge = Dictionary(grouping: contacts, by: \.edge).mapValues { $0.map(\.range).covered }
    var lengths: [PlotFrame.Side: Double] = [:]
    // In the order of the edges: a sum of doubles hangs on its order.
    for edge in ofEdge.keys.sorted() {
      lengths[frame.sideOfEdge[edge], default: 0] += ofEdge[edge, default: 0]
    }
    return lengths
  }

  /// Plots whose rectangle comes within `metres` of a rectangle.
  func plots(near bounds: Bounds, within metres: Double = 0) -> [Int] {
    plotIndex.query(bounds.widened(byMetres: metres))
  }
}
