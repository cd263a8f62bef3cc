internal import GEOS
internal import Geometry
internal import Settlement

/// A house that stays is not cut by plots, lanes or walkways.
enum LockedHouses: LayoutRule {
  private static let rule = RuleCitation.layout("locked-house", "Houses that stay keep their ground")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    guard !ground.plots.isEmpty else { return [] }
    var findings: [Finding] = []
    let lanes = ground.ways.prefix(ground.laneCount)
    let laneIndex = SpatialIndex(lanes.map(\.area.bounds))
    for house in ground.settlement.houses where house.isLocked && !house.footprint.isEmpty {
      let area = try MeasuredArea(house.footprint)
      for number in ground.plots(near: area.bounds) {
        let plot = ground.plots[number]
        // A plot drawn around the whole house is that house's plot.
        guard let overlap = try cut(area, plot.area, ground), !isOwn(plot, area, overlap, ground) else {
          continue
        }
        findings.append(finding(house, overlap, plot.name, plot.plot.reference))
      }
      for number in laneIndex.query(area.bounds) {
        guard let overlap = try cut(area, lanes[number].area, ground) else { continue }
        findings.append(finding(house, overlap, lanes[number].name, lanes[number].reference))
      }
    }
    return findings
  }

  private static func cut(
    _ house: MeasuredArea, _ other: MeasuredArea, _ ground: Ground
  ) throws(GEOSError) -> Overlap? {
    let overlap = try house.overlap(other, above: ground.tolerances.overlapSquareMetres)
    return overlap.flatMap { $0.depthMetres > ground.tolerances.roundingMetres ? $0 : nil }
  }

  private static func isOwn(
    _ plot: CheckedPlot, _ house: MeasuredArea, _ overlap: Overlap, _ ground: Ground
  ) -> Bool {
    guard plot.plot.isLocked || ground.statement == nil else { return false }
    return overlap.squareMetres >= house.areaInSquareMetres - 0.01
  }

  private static func finding(
    _ house: House, _ overlap: Overlap, _ name: String, _ other: FeatureReference
  ) -> Finding {
    Finding(
      feature: house.reference, subject: "a house that stays", rule: rule, verdict: .breach,
      measured: overlap.squareMetres, required: 0, unit: .squareMetres, place: overlap.place, other: other,
      message: "a house that stays is cut by \(name): \(overlap.squareMetres.text(decimals: 4)) m2.",
      remedy: "draw around the house, or unlock it")
  }
}
