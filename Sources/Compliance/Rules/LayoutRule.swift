internal import GEOS
internal import Geometry
internal import Settlement

/// One rule, held against the whole ground. Every rule is visited, and each reports all that it finds.
protocol LayoutRule {
  /// - Throws: `GEOSError` only when a deadline passes.
  static func findings(on ground: Ground) throws(GEOSError) -> [Finding]
}

extension RuleCitation {
  /// A rule of sound layout that no law needs to state: nobody can live in two plots at once.
  static func layout(_ id: String, _ title: String) -> RuleCitation {
    RuleCitation(id: id, title: title, clause: "sound layout", level: .must)
  }

  /// What the plan claims of itself.
  static func claim(_ id: String, _ title: String) -> RuleCitation {
    RuleCitation(id: id, title: title, clause: "the plan's own statement", level: .must)
  }

  /// What makes a layout easier to live with; reported, and breaks nothing.
  static func advice(_ id: String, _ title: String) -> RuleCitation {
    RuleCitation(id: id, title: title, clause: "good practice", level: .norm)
  }

  /// What a shortfall of this rule comes to.
  var verdictWhenBroken: Verdict { level == .must ? .breach : .norm }
}

extension Finding {
  /// A finding about a plot.
  init(
    _ checked: CheckedPlot, _ rule: RuleCitation, _ verdict: Verdict? = nil, measured: Double? = nil,
    required: Double? = nil, unit: Unit = .metres, place: Point?, other: FeatureReference? = nil,
    message: String, remedy: String = ""
  ) {
    self.init(
      feature: checked.plot.reference, subject: checked.name, rule: rule,
      verdict: verdict ?? rule.verdictWhenBroken, measured: measured, required: required, unit: unit,
      place: place, other: other, message: message, remedy: remedy)
  }
}

extension CheckedPlot {
  /// Where to point at the plot as a whole.
  var centre: Point? { body.bounds.centre }
}
