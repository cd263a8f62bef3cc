internal import GEOS
internal import Geometry
internal import Settlement

/// The places and the open ground that the plan was asked for are there.
///
/// A wish, so what lacks is told as a recommendation; but a place that plots lie on is a breach.
enum StatedPlaces: LayoutRule {
  private static let asked = RuleCitation(
    id: "place", title: "The places that were asked for are there", clause: "what the plan was asked for",
    level: .norm)
  private static let taken = RuleCitation.layout("place-overlap", "No plot lies on a place for everybody")
  /// Rounding of a file's digits, over a whole place.
  private static let tolerance = 0.02

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    guard let first = ground.plots.first, let statement = ground.statement else { return [] }
    let places = ground.layout.plan.sharedPlaces
    var free = places
    var findings: [Finding] = []
    for wanted in statement.places.sorted(by: { $0.squareMetres > $1.squareMetres }) {
      let found = free.indices.filter { free[$0].use == wanted.use }.max {
        free[$0].squareMetres < free[$1].squareMetres
      }
      let area = found.map { free[$0].squareMetres } ?? 0
      if let found { free.remove(at: found) }
      if area < wanted.squareMetres - tolerance {
        findings.append(lack(wanted.use, area, wanted.squareMetres, first))
      }
    }
    if let wanted = statement.openSquareMetres {
      let area = places.filter { $0.use == "open" }.reduce(0) { $0 + $1.squareMetres }
      if area < wanted - tolerance { findings.append(lack("open space", area, wanted, first)) }
    }
    guard !statement.places.isEmpty || statement.openSquareMetres != nil else { return findings }
    return findings + (try overlaps(places, ground))
  }

  private static func lack(_ use: String, _ area: Double, _ wanted: Double, _ first: CheckedPlot) -> Finding {
    Finding(
      feature: first.plot.reference, subject: "the plan", rule: asked, verdict: .norm, measured: area,
      required: wanted, unit: .squareMetres, place: nil,
      message: "\(use): \(area.squareMetres) are drawn; \(wanted.squareMetres) were asked for.",
      remedy: "make room for it, or ask for less")
  }

  private static func overlaps(_ places: [SharedPlace], _ ground: Ground) throws(GEOSError) -> [Finding] {
    var findings: [Finding] = []
    for place in places where !place.area.isEmpty {
      let body = Body(place.area)
      for number in ground.plots(near: body.bounds) {
        let plot = ground.plots[number]
        let shared = try orUnmeasurable { () throws(GEOSError) in
          try Shape(place.area).intersection(Shape(plot.plot.area)).areaInSquareMetres
        }
        // A plot and a place share corners that were rounded each for itself.
        guard let shared, shared > 0.005 else { continue }
        findings.append(
          Finding(
            plot, taken, measured: shared, required: 0, unit: .squareMetres, place: plot.centre,
            other: place.reference,
            message: "\(plot.name) takes \(shared.squareMetres) of a place for everybody.",
            remedy: "draw the place beside the plots"))
      }
    }
    return findings
  }
}

extension SharedPlace {
  fileprivate var squareMetres: Double { area.reduce(0) { $0 + $1.areaInSquareMetres } }
}
