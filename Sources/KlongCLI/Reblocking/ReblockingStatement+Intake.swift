internal import Compliance
internal import JSON
internal import Settlement

extension ReblockingStatement {
  /// What files that klong reblock wrote say of themselves; nil for others.
  init?(_ intake: Intake) {
    guard let header = intake.klong, header["command"]?.string == "reblock",
      !intake.settlement.parcels.isEmpty
    else { return nil }
    self.init()
    let request = header["request"]
    outlineIsRoad = request?["roads"]?.string != "given"
    hasWalkway = request?["walkway"]?.bool ?? false
    keepsHouses = request?["keep_houses"]?.bool ?? false
    landBefore = header["measures"]?["land_before_m2"]?.double
    if case .frontage(let metres) = (request?["rule"]?.string).flatMap({ try? ReblockTerms.rule($0) }) {
      frontageMetres = metres
    }
    // Parcels with lanes of a width are written as they were made to fit, others as they were given.
    let moved = header["changes"]?.array?.compactMap { $0["moved_m"]?.double }.max() ?? 0
    looseMetres = landBefore == nil ? min(5, max(0, moved)) : 0
  }
}

extension Intake {
  /// Whether klong reblock made a lane.
  func isNew(_ lane: Lane) -> Bool {
    guard let feature = feature(lane.reference) else { return false }
    return PropertyReader(feature.properties.object).flag("new") ?? false
  }
}
