internal import CommandLineKit
internal import JSON

extension PlanTerms {
  /// These terms, and where the command line is silent those of the plan that is planned again.
  ///
  /// - Parameter header: the member `klong` of the plan.
  func completed(by header: JSONObject, given arguments: ParsedArguments) -> PlanTerms {
    let earlier = PlanTerms(header: header)
    var terms = self
    if !arguments.has("plot") { (terms.plot, terms.search.sizes) = (earlier.plot, earlier.search.sizes) }
    if !arguments.has("relaxed") { terms.search.isRelaxed = earlier.search.isRelaxed }
    if !arguments.has("flex") { terms.search.flexMetres = earlier.search.flexMetres }
    if !arguments.has("end-lot") { terms.search.endLotMetres = earlier.search.endLotMetres }
    if !arguments.has("what-if-entrance"), !arguments.has("options") {
      terms.search.triesEntrance = earlier.search.triesEntrance
    }
    if !arguments.has("place") { terms.search.places = earlier.search.places }
    if !arguments.has("open-space") { terms.search.openSpace = earlier.search.openSpace }
    if !arguments.has("spine-width") { terms.search.spineWidthMetres = earlier.search.spineWidthMetres }
    if !arguments.has("fire-reach") { terms.search.fireReach = earlier.search.fireReach }
    // Courts are laid out for one size: several sizes given now leave those of the earlier plan away.
    if !arguments.has("courts"), terms.search.sizes.isEmpty { terms.search.courts = earlier.search.courts }
    if !arguments.has("court-width") { terms.search.courtWidthMetres = earlier.search.courtWidthMetres }
    if !arguments.has("dead-end") { terms.search.deadEndMetres = earlier.search.deadEndMetres }
    if !arguments.has("lane-width") { terms.laneWidthMetres = earlier.laneWidthMetres }
    if !arguments.has("walkway") { terms.walkwayWidthMetres = earlier.walkwayWidthMetres }
    if !arguments.has("row-max") { terms.rowMaximumUnits = earlier.rowMaximumUnits }
    if !arguments.has("row-gap") { terms.rowGapMetres = earlier.rowGapMetres }
    if !arguments.has("plots-in-setback") {
      terms.plotsMayReachIntoSetback = earlier.plotsMayReachIntoSetback
    }
    if !arguments.has("canal-width") { terms.canalWidthMetres = earlier.canalWidthMetres }
    return terms
  }
}
