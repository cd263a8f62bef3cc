public import Geometry
public import Settlement

/// One thing that a check found: where, by which rule, what was measured and what is asked.
public struct Finding: Hashable, Sendable {
  /// The feature that is judged.
  public var feature: FeatureReference
  /// Its name in a sentence: `plot 12`, `house 501/7`.
  public var subject: String
  public var rule: RuleCitation
  public var verdict: Verdict
  /// What was measured and what is asked, in ``unit``; nil where there is no figure.
  public var measured: Double?
  public var required: Double?
  public var unit: Unit
  /// Where to look, on the working plane.
  public var place: Point?
  /// The other feature that takes part: the neighbour, the lane, the canal.
  public var other: FeatureReference?
  /// The canal that a setback belongs to, by name.
  public var canal: String?
  /// The line that a setback was measured from.
  public var legalLine: LegalLine?
  /// The place on the legal line that is nearest to the building.
  public var placeOnLine: Point?
  /// Part of the building stands over the water, or over land on the water's side of the bank line.
  public var isOverWater: Bool
  /// What is the matter, in plain words.
  public var message: String
  /// What would end it, in plain words.
  public var remedy: String

  /// What a figure counts.
  public enum Unit: String, Hashable, Sendable {
    case metres = "m"
    case squareMetres = "m2"
    case count
    case percent = "%"
    case ratio
  }

  public init(
    feature: FeatureReference, subject: String, rule: RuleCitation, verdict: Verdict,
    measured: Double? = nil, required: Double? = nil, unit: Unit = .metres, place: Point? = nil,
    other: FeatureReference? = nil, canal: String? = nil, legalLine: LegalLine? = nil,
    placeOnLine: Point? = nil, isOverWater: Bool = false, message: String, remedy: String = ""
  ) {
    self.feature = feature
    self.subject = subject
    self.rule = rule
    self.verdict = verdict
    self.measured = measured
    self.required = required
    self.unit = unit
    self.place = place
    self.other = other
    self.canal = canal
    self.legalLine = legalLine
    self.placeOnLine = placeOnLine
    self.isOverWater = isOverWater
    self.message = message
    self.remedy = remedy
  }
}

extension Finding {
  /// The figure in metres, where it is a length.
  public var measuredMetres: Double? { unit == .metres ? measured : nil }
  public var requiredMetres: Double? { unit == .metres ? required : nil }
}
