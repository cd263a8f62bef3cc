internal import GEOS
internal import Geometry

/// Every plot has its front on a lane, a walkway or a road.
enum Frontage: LayoutRule {
  private static let claimed = RuleCitation.claim("frontage", "A plot fronts on a lane as wide as it claims")
  private static let least = RuleCitation.layout("frontage", "A plot fronts on a lane, walkway or road")

  static func findings(on ground: Ground) -> [Finding] {
    ground.plots.indices.compactMap { number in
      let plot = ground.plots[number]
      let claim = ground.layout.claim(of: plot.plot).frontage
      let required = claim.map { $0 - ground.tolerances.frontageMetres } ?? Fronts.leastMetres
      let widest = ground.contactLengths[number].max {
        ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
      }
      let measured = widest?.value ?? 0
      guard measured < required - ground.tolerances.shortfallMetres else { return nil }
      let found =
        measured > 0
        ? "lies on a lane, walkway or road along only \(measured.metres)" : "lies on no lane, walkway or road"
      let asked =
        claim.map { "it claims \($0.metres)" } ?? "\(Fronts.leastMetres.metres) is the least for a door"
      return Finding(
        plot, claim == nil ? least : claimed, measured: measured, required: required,
        place: ground.place(ofFront: number), message: "\(plot.name) \(found); \(asked).",
        remedy: "lead a lane past it, or close the gap between its edge and the lane")
    }
  }
}

extension Ground {
  /// Where the plot meets its way, or else its middle.
  func place(ofFront number: Int) -> Point? {
    contacts[number].first?.middle ?? plots[number].centre
  }
}
