/// The members that an object of a rule book may have. The reader goes by these tables, and a test holds the JSON
/// Schema against them.
struct ObjectShape {
  /// What a message calls it, and its name in the schema.
  let name: String
  var required: [String] = []
  var optional: [String] = []
  /// Members of which exactly one must be there.
  var choice: [String] = []

  var members: [String] { required + choice + optional }

  static let all = [
    book, source, rule, setback, measuredFrom, exemption, alternative, delegation, when, distance, step,
    distanceCase, row, limit,
  ]

  static let book = ObjectShape(
    name: "book", required: ["format", "id", "title", "jurisdiction", "edition", "sources", "rules"],
    optional: ["$schema", "comments", "about", "leaves_out"])

  static let source = ObjectShape(name: "source", required: ["title"], optional: ["address"])

  static let rule = ObjectShape(
    name: "rule",
    required: ["id", "title", "level", "binds", "clause", "sources", "confidence", "verified"],
    optional: ["comments", "note"], choice: ["setback", "row", "limit", "no_number"])

  static let setback = ObjectShape(
    name: "setback", required: ["measured_from", "distance"],
    optional: ["when", "only_where_stated", "overrides", "exempt", "alternatives", "delegated"])

  static let measuredFrom = ObjectShape(name: "measured_from", required: ["line", "text"])

  static let exemption = ObjectShape(name: "exemption", required: ["structures", "text"])

  static let alternative = ObjectShape(
    name: "alternative", required: ["says", "because", "sources", "confidence"],
    optional: ["clause", "when", "measured_from", "distance"])

  static let delegation = ObjectShape(
    name: "delegation", required: ["says", "clause", "sources"], optional: ["when"])

  static let when = ObjectShape(
    name: "when", optional: ["form", "land", "class", "locality", "lined", "diked"])

  static let distance = ObjectShape(
    name: "distance", optional: distanceParts, choice: distanceChoice)

  static let step = ObjectShape(
    name: "step", optional: ["from", "above", "to", "below", "tie"] + distanceParts, choice: distanceChoice)

  static let distanceCase = ObjectShape(
    name: "case", required: ["when"], optional: distanceParts, choice: distanceChoice)

  static let row = ObjectShape(
    name: "row",
    choice: ["maximum_units", "maximum_length_m", "gap_after_full_row_m", "gap_beside_shorter_row_m"])

  static let limit = ObjectShape(
    name: "limit", required: ["quantity", "unit"], optional: ["minimum", "maximum", "house_types"])

  private static let distanceChoice = ["metres", "steps", "copy", "cases", "no_number"]
  private static let distanceParts = ["by", "at_least_m", "at_most_m", "otherwise"]
}
