internal import GEOS
internal import Geometry

/// A building envelope lies inside its plot.
enum Envelopes: LayoutRule {
  private static let rule = RuleCitation.layout("building-in-plot", "A building lies inside its plot")

  static func findings(on ground: Ground) -> [Finding] {
    let inside = ground.plots.flatMap { plot in
      plot.envelopes.compactMap { envelope -> Finding? in
        let body = Body(envelope.area)
        let corners = body.edges.map(\.start).filter { !plot.body.contains($0) }
          .map { (metres: plot.body.distanceToEdge(from: $0), place: $0) }
        guard let worst = corners.max(by: { $0.metres < $1.metres }),
          worst.metres > ground.tolerances.shortfallMetres
        else { return nil }
        return Finding(
          feature: envelope.reference, subject: "the building of \(plot.name)", rule: rule, verdict: .breach,
          measured: worst.metres, required: 0, place: worst.place, other: plot.plot.reference,
          message: "the building of \(plot.name) reaches \(worst.metres.metres) outside the plot.",
          remedy: "draw the building back inside the plot")
      }
    }
    let strays = ground.layout.statement == nil ? [] : ground.strayEnvelopes
    return inside
      + strays.map {
        Finding(
          feature: $0.reference, subject: "a building", rule: rule, verdict: .breach,
          place: Body($0.area).bounds.centre, message: "a building names no plot that there is.",
          remedy: "set its plot to the id of the plot in which it lies")
      }
  }
}
