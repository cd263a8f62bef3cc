/// What a row of plots takes beside the plots: the half lane before its fronts, half the gap beyond both ends.
///
/// The rows are straight: plots of a row share their side walls whole. See ``PlotBounds`` for the proofs.
struct RowCharge {
  let plot: PlotSize
  let laneWidth: Double
  let rules: LayoutRules
  /// How much of the free ground beyond a longest row is charged: from half the gap of shorter rows to half its own.
  /// To charge less is allowed, and then less can lie beyond the edge of the land.
  let longEndMetres: Double

  init(_ request: PlanRequest, longEndMetres: Double? = nil) {
    plot = request.plot
    laneWidth = request.laneWidthMetres
    rules = LayoutRules(request)
    self.longEndMetres = longEndMetres ?? rules.rowGap / 2
  }

  private var half: Double { laneWidth / 2 }
  var units: ClosedRange<Int> { 1...max(1, rules.longRow) }

  /// The trapezoid on the whole front of a row whose plots all look the same way.
  func front(_ units: Int) -> FrontCharge {
    FrontCharge(frontMetres: Double(units) * plot.frontageMetres, heightMetres: half)
  }

  /// The trapezoid beyond one end of a row. Relaxed, the end of a row may touch a row that stands square to it.
  func end(_ units: Int) -> FrontCharge {
    let height = units > rules.shortRow ? longEndMetres : rules.sideGap / 2
    return FrontCharge(frontMetres: plot.depthMetres, heightMetres: rules.isRelaxed ? 0 : height)
  }

  /// The most of row ends that lies beyond a metre of edge.
  var mostEndsBeyondEachMetre: Double { units.map { end($0).mostBeyondEachMetre }.max() ?? 0 }

  /// The least that a plot takes of a row whose plots all look the same way, its own ground not counted.
  var leastOneWay: Double {
    units.map { (front($0).squareMetres + 2 * end($0).squareMetres) / Double($0) }.min() ?? 0
  }

  /// The same where neighbours may look opposite ways; nil where no proof is known.
  ///
  /// Where two neighbours look opposite ways, the half lane before each keeps its corner at their common wall, but
  /// for the little that two such corners share across a lane, and what ends of other rows may take.
  var leastAnyWay: Double? {
    guard !rules.isRelaxed, rules.sideGap >= laneWidth / 3.squareRoot(), rules.sideGap <= plot.depthMetres,
      rules.sideGap <= rules.rowGap, laneWidth <= plot.frontageMetres, rules.sideGap <= plot.frontageMetres
    else { return nil }
    return units.map { units in
      let fronts = Double(units) * plot.frontageMetres * half - 2 * corner
      let shared = Double(2 * (units - 1)) * sharedCorner / 2
      return (fronts - shared + 2 * max(0, end(units).squareMetres - takenByEnd)) / Double(units)
    }.min()
  }

  /// Beside the trapezoid on a front, one corner of the half lane before it.
  private var corner: Double { half * half / 2 }

  /// What the end of a row may take of such a corner, more than it leaves unclaimed elsewhere.
  ///
  /// The end stands with its rear corner at the wall between the opposite neighbours, turned by an angle φ away from
  /// square. Both clear grounds then hold a place that is farther than half a lane from the front and farther than
  /// half a gap from the end, of h·(gap/2)/cos φ square metres, more than is taken. Nobody else claims it: what stands
  /// nearest lies in the wedge beyond both clear grounds, and its wall would have to look back within 45° of both
  /// their borders. For that place to lie before the same front and the same end, they must be long enough.
  private var takenByEnd: Double {
    let sine = rules.sideGap / laneWidth
    guard sine < 1 else { return corner }
    let cosine = (1 - sine * sine).squareRoot()
    let isRoomy =
      plot.depthMetres * cosine >= laneWidth + rules.sideGap && plot.frontageMetres * cosine >= rules.sideGap
    return isRoomy ? 0 : corner
  }

  /// Ground that the corners before two walls between opposite neighbours can share across a lane.
  ///
  /// The rows then look at each other under an angle ψ to the parallel. Clear lanes keep both corners above
  /// h·(1 − tan²(ψ/2)), and the rows with their gaps, which may not cross, bound ψ.
  private var sharedCorner: Double {
    let reach = plot.frontageMetres + rules.sideGap
    let extent = (reach * reach - half * half).squareRoot()
    let slope = laneWidth / extent
    let hypotenuse = (1 + slope * slope).squareRoot()
    let sine = slope / hypotenuse
    let tangentOfHalf = slope / (1 + hypotenuse)
    let band = half * tangentOfHalf * tangentOfHalf
    return band * band / sine
  }
}
