public import GEOS
public import Regulations

/// Judges a layout, or buildings beside canals, by a rule book and the rules of sound layout.
///
/// Shares no way of computing with `Planning`, so that each can catch the other.
public struct Checker: Sendable {
  public var book: RuleBook
  public var tolerances: Tolerances
  /// The legal width in metres of canals that state none.
  public var canalWidthMetres: Double?
  /// How far the data may be off, in metres: a building nearer than this to its limit is too close to tell.
  public var accuracyMetres: Double?
  /// List a finding for every canal in reach of a building, not for the worst alone.
  public var listsAllCanals = false

  public init(
    book: RuleBook, tolerances: Tolerances = .init(), canalWidthMetres: Double? = nil,
    accuracyMetres: Double? = nil
  ) {
    self.book = book
    self.tolerances = tolerances
    self.canalWidthMetres = canalWidthMetres
    self.accuracyMetres = accuracyMetres
  }

  /// Visits every rule and reports all that is found.
  ///
  /// - Throws: `GEOSError` only when a deadline passes; a shape that cannot be measured becomes a finding.
  public func check(_ layout: CheckedLayout) throws(GEOSError) -> Report {
    let ground = try Ground(layout, checker: self)
    let (setbacks, judgements) = SetbackCheck.judged(on: ground)
    var findings = setbacks
    for rule in Self.layoutRules { findings += try rule.findings(on: ground) }
    return Report(findings: findings, setbacks: judgements, checked: judgements.count)
  }

  /// Every rule beside the setback; none hides another.
  private static var layoutRules: [any LayoutRule.Type] {
    [
      SoundPlots.self, PlotOverlaps.self, PlotsOnWays.self, OutsideSite.self, KeptThings.self, Envelopes.self,
      LockedHouses.self, PlotSize.self, GrownPlots.self, Frontage.self, Reach.self, LaneWidths.self,
      RowLengths.self,
      RowGaps.self, WalkwayContinuity.self, Numbering.self, Identities.self, StatedLimits.self,
      StatedPlaces.self, FireReach.self, DeadEnds.self, StatedCourts.self,
    ]
  }
}
