import GEOS
import Geometry
import Settlement

/// Makes room for places and open space in a layout that is proved: the plots that stand there give way.
///
/// A run of plots that gives way is a rectangle on a way already, and what it costs is its plots: fewest first, then
/// nearest to the middle of all plots.
struct Reserving {
  let ground: Ground
  let request: PlanRequest

  /// The rectangles of the places, and what each wish came to.
  func reserve(in layout: inout DrawnLayout) throws -> (places: [SharedPlace], met: [MetQuota]) {
    var places: [SharedPlace] = []
    var met: [MetQuota] = []
    for wanted in request.places {
      let run = cheapestRun(for: wanted.squareMetres, in: layout)
      let area = try run.map { try rectangle(of: $0, in: layout) } ?? []
      if let run, !area.isEmpty {
        layout.take(run)
        places.append(SharedPlace(use: wanted.use, area: area))
      }
      met.append(
        MetQuota(
          use: wanted.use, wantedSquareMetres: wanted.squareMetres,
          squareMetres: area.reduce(0) { $0 + $1.areaInSquareMetres },
          costInPlots: area.isEmpty ? 0 : run?.count ?? 0))
    }
    if let quota = request.openSpace {
      let wanted = quota.squareMetres(ofSite: ground.siteSquareMetres)
      met.append(try open(wanted, in: &layout, beside: places))
    }
    return (places, met)
  }

  /// Longer for its width than this a place is no place but a strip. A choice of ours.
  private static let longest = 3.0

  /// Plots of one row, or of two rows back to back.
  private func cheapestRun(for area: Double, in layout: DrawnLayout) -> [PlotPlace]? {
    let middle = layout.middle
    var best: (run: [PlotPlace], metres: Double)?
    for run in runs(for: area, in: layout) {
      let metres = layout.middle(of: run).distance(to: middle)
      if let best, (best.run.count, best.metres) <= (run.count, metres) { continue }
      best = (run, metres)
    }
    return best?.run
  }

  private func runs(for area: Double, in layout: DrawnLayout) -> [[PlotPlace]] {
    let behind = layout.plotsBehind()
    return layout.rows.enumerated().filter { !$0.element.isOnCourt }.flatMap {
      number, row -> [[PlotPlace]] in
      let plot = row.frontageMetres * row.depthMetres
      return [1, 2].flatMap { deep -> [[PlotPlace]] in
        let units = Int(min(1e6, (area / (plot * Double(deep)) - 1e-9).rounded(.up)))
        guard units > 0, units <= row.plots.count,
          isCompact(Double(units) * row.frontageMetres, Double(deep) * row.depthMetres)
        else { return [] }
        return (0...(row.plots.count - units)).compactMap { first in
          let front = (first..<(first + units)).map { PlotPlace(row: number, plot: $0) }
          guard deep == 2 else { return front }
          let rear = front.compactMap { behind[$0] }.filter { !layout.rows[$0.row].isOnCourt }
          return rear.count == units ? front + rear : nil
        }
      }
    }
  }

  private func isCompact(_ a: Double, _ b: Double) -> Bool { max(a, b) <= Self.longest * min(a, b) }

  private func rectangle(of run: [PlotPlace], in layout: DrawnLayout) throws -> [Polygon] {
    try run.map { Shape.polygon(layout.rows[$0.row].plots[$0.plot]) }.unaryUnion().convexHull().polygons
  }

  /// Takes the plots nearest to the middle away until so much ground is open.
  private func open(
    _ wanted: Double, in layout: inout DrawnLayout, beside places: [SharedPlace]
  ) throws -> MetQuota {
    let before = layout.plots
    var area = try openGround(layout, places)
    while area < wanted, layout.plots > 0, !request.isCancelled() {
      let plot = layout.rows.map { $0.frontageMetres * $0.depthMetres }.max() ?? 1
      let count = max(1, Int(min(1e6, (wanted - area) / plot)))
      let all = layout.placesFromMiddle()
      let free = all.filter { !layout.rows[$0.row].isOnCourt }
      layout.take((free.isEmpty ? all : free).prefix(count).map(\.self))
      area = try openGround(layout, places)
    }
    return MetQuota(
      use: "open", wantedSquareMetres: wanted, squareMetres: area, costInPlots: before - layout.plots)
  }

  private func openGround(_ layout: DrawnLayout, _ places: [SharedPlace]) throws -> Double {
    let ways = layout.lanes.flatMap(\.area) + layout.walkway.polygons
    return try Leftover(ground: ground).pieces(
      beside: layout.rows.flatMap(\.plots) + ways + places.flatMap(\.area)
    ).reduce(0) { $0 + $1.areaInSquareMetres }
  }
}
