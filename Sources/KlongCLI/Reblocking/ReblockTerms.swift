internal import CommandLineKit
internal import Planning

/// What was asked of a re-blocking.
struct ReblockTerms {
  var rule = AccessRule.touch
  var ruleText = "touch"
  /// Nil where lanes are lines.
  var widthMetres: Double?
  var leastWidthMetres: Double?
  var keepsHouses = false
  var smallestSquareMetres = 0.0
  /// Fewest houses touched first, then least length.
  var wantsFewestHouses = false
  var weightsPath: String?
  /// No dead end longer than this, in metres.
  var loopMetres: Double?
  /// No walk longer than so many times the shortest.
  var detour: Double?
  /// A file of roads beside that of the parcels.
  var roadsPath: String?
  /// A way along the bank gives access.
  var hasWalkway = false
  /// Gaps as large as a parcel are taken for parcels that nobody surveyed.
  var fillsGaps = true
  var snapMetres = PartitionCleaning.usualTolerance
  var book = "thailand-mr55"
  var strict: [String] = []

  static let table: [OptionSpec] = [
    OptionSpec(
      "rule", value: "RULE", default: "touch",
      help: "what access is: touch, a corner on a way; or frontage:METRES, so much of one edge on a way"),
    OptionSpec(
      "width", value: "METRES",
      help: "lanes take land: how wide they are; parcels are cut, and it says who gives"),
    OptionSpec(
      "least-width", value: "METRES",
      help: "with --width: how narrow a lane may become where it would cut what stays; as --width unless said"
    ),
    OptionSpec("keep-houses", help: "with --width: cut no house; such boundaries are narrowed or not opened"),
    OptionSpec(
      "smallest", value: "M2", default: "0",
      help: "with --width: parcels that keep less are named, and the other side is asked to give"),
    OptionSpec(
      "least", value: "WHAT", default: "length", allowed: ["length", "houses"],
      help: "what there is to be least of: length, or houses touched and then length"),
    OptionSpec(
      "weights", value: "FILE",
      help:
        "lines and areas that speak for or against lanes: weight, cost_per_m, wall, slope_percent, consent"),
    OptionSpec(
      "loops", value: "METRES", help: "join lanes where it costs least until no dead end is longer than this"),
    OptionSpec(
      "detour", value: "FACTOR",
      help: "add lanes until no walk is longer than so many times the shortest that boundaries allow"),
    OptionSpec("walkway", help: "a way along the canal bank is planned: land on it has access from there"),
    OptionSpec(
      "snap", value: "METRES", default: "0.5", help: "corners that are nearer than this are one"),
    OptionSpec(
      "gaps", value: "WHAT", default: "parcel", allowed: ["parcel", "none"],
      help:
        "enclosed ground as large as a parcel: one that nobody surveyed and that needs access, or nobody's"),
  ]

  /// As `klong reblock` takes them.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    ruleText = arguments.string("rule") ?? "touch"
    rule = try Self.rule(ruleText)
    widthMetres = try arguments.metres("width", in: 0.5...20)
    leastWidthMetres = try arguments.metres("least-width", in: 0.5...20)
    keepsHouses = arguments.has("keep-houses")
    smallestSquareMetres = try arguments.number(
      "smallest", default: 0, in: 0...1_000_000, unit: "square metres")
    wantsFewestHouses = arguments.string("least") == "houses"
    weightsPath = arguments.string("weights")
    roadsPath = arguments.string("roads")
    loopMetres = try arguments.metres("loops", in: 1...10_000)
    detour = try arguments.number("detour", in: 1...1000, unit: "times")
    hasWalkway = arguments.has("walkway")
    fillsGaps = arguments.string("gaps") != "none"
    snapMetres = try arguments.metres("snap", default: 0.5, in: 0.001...5)
    (book, strict) = try RuleBookOptions.names(arguments)
    for name in ["least-width", "keep-houses", "smallest"] where arguments.has(name) && widthMetres == nil {
      throw UsageError("--\(name) without --width", remedy: "add --width METRES, or leave it out")
    }
    if let least = leastWidthMetres, let width = widthMetres, least > width {
      throw UsageError("--least-width is more than --width", remedy: "give a narrower one")
    }
  }

  /// As `klong plan --strategy reblock` takes them: lanes of the plan's width, and no house is cut.
  init(_ terms: PlanTerms) {
    widthMetres = terms.laneWidthMetres
    leastWidthMetres = min(terms.laneWidthMetres, 1)
    keepsHouses = true
    hasWalkway = terms.walkwayWidthMetres > 0
    (book, strict) = (terms.book, terms.strict)
  }

  static func rule(_ text: String) throws(UsageError) -> AccessRule {
    if text == "touch" { return .touch }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "frontage", let metres = Double(parts[1]), (0.1...50).contains(metres)
    else {
      throw UsageError(
        "--rule \(text) is no rule of access", remedy: "write touch, or frontage:1.0 with 0.1 to 50 m")
    }
    return .frontage(metres: metres)
  }
}
