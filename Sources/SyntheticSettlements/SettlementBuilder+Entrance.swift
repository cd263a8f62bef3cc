import Geometry
import Settlement

extension SettlementBuilder {
  /// Two lanes of a Bangkok soi; an assumption, no rule rests on it.
  static let assumedRoadWidthMetres = 6.0

  mutating func addEntrance(to strip: LandStrip) throws(InvalidShape) {
    switch traits.entrance {
    case .end: try addRoad(along: endEdge(of: strip, isFirst: draw.chance(0.5)), name: "Soi at the end")
    case .behind: try addRoad(along: strip.back, name: "Road behind")
    case .accessPoint: addAccessPoint(to: strip)
    }
    guard traits.hasRoadWithoutAccess, traits.entrance != .behind else { return }
    // An expressway: it runs past, and nobody can come in from it.
    let aside = Bank(points: strip.back).moved(byMetres: 4).points.toMillimetres
    try addRoad(along: aside, name: "Expressway", givesAccess: false)
  }

  /// The end of the strip and 20 m more, with the land on its right.
  private func endEdge(of strip: LandStrip, isFirst: Bool) -> [Point] {
    let front = isFirst ? strip.front.first : strip.front.last
    let back = isFirst ? strip.back.first : strip.back.last
    guard let front, let back, let direction = (back - front).unit else { return strip.back }
    let far = back + direction * 20
    return isFirst ? [front, far] : [far, front]
  }

  /// A road whose right-hand edge is `edge`.
  private mutating func addRoad(along edge: [Point], name: String, givesAccess: Bool = true)
    throws(InvalidShape)
  {
    let width = Self.assumedRoadWidthMetres
    var road = Road(reference: reference("road"), name: name, widthMetres: width, givesAccess: givesAccess)
    if traits.isRoadLine {
      road.centreline = [try LineString(Bank(points: edge).moved(byMetres: width / 2).points.toMillimetres)]
    } else {
      let far = Bank(points: edge).moved(byMetres: width).points
      road.area = [try Polygon(corners: (edge + far.reversed()).toMillimetres)]
    }
    settlement.roads.append(road)
  }

  private mutating func addAccessPoint(to strip: LandStrip) {
    let gate = draw.whole(from: 1, to: max(1, strip.back.count - 1))
    guard gate < strip.back.count else { return }
    let side = Segment(start: strip.back[gate - 1], end: strip.back[gate])
    settlement.accessPoints.append(
      AccessPoint(
        reference: reference("access"),
        point: side.point(atFraction: draw.number(from: 0.2, to: 0.8)).toMillimetres))
  }
}
