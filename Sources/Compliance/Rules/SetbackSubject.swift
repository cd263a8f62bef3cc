internal import Geometry
internal import Settlement

/// What a setback binds: a building, or a plot that is judged as built over whole.
struct SetbackSubject {
  var reference: FeatureReference
  var name: String
  var body: Body
  /// What it is built as, for the exemptions of a rule book.
  var structure: String?
  /// Said when the shape is weaker evidence than a footprint.
  var note: String?
}

extension SetbackSubject {
  /// In a layout: what may be built on its plots, and the houses that stay. Without plots: every house.
  static func all(on ground: Ground) -> [SetbackSubject] {
    let houses = ground.settlement.houses.filter { ground.plots.isEmpty || $0.isLocked }
    return ground.plots.flatMap(subjects(of:)) + ground.strayEnvelopes.map(subject(of:))
      + houses.compactMap(subject(of:))
  }

  private static func subjects(of plot: CheckedPlot) -> [SetbackSubject] {
    guard plot.envelopes.isEmpty else {
      return plot.envelopes.map {
        SetbackSubject(
          reference: $0.reference, name: "the building of \(plot.name)", body: Body($0.area))
      }
    }
    return [
      SetbackSubject(
        reference: plot.plot.reference, name: plot.name, body: plot.body,
        note: "It draws no building, so it is judged as built over whole.")
    ]
  }

  private static func subject(of envelope: BuildingEnvelope) -> SetbackSubject {
    SetbackSubject(reference: envelope.reference, name: "a building", body: Body(envelope.area))
  }

  static func subject(of house: House) -> SetbackSubject? {
    if !house.footprint.isEmpty {
      return SetbackSubject(
        reference: house.reference, name: "the building", body: Body(house.footprint),
        structure: house.structure)
    }
    return house.point.map {
      SetbackSubject(
        reference: house.reference, name: "the building", body: Body($0), structure: house.structure,
        note: "It is drawn as a point: its walls stand nearer than this.")
    }
  }
}
