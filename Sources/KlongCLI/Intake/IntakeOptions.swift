internal import CommandLineKit
internal import GeoJSON
internal import Settlement

/// How files are to be understood.
struct IntakeOptions: Sendable {
  var mappings: [KindMapping] = []
  /// The working plane that the user names; nil takes the settlement's UTM zone.
  var systemName: String?
  /// The legal width of canals that are drawn as lines and state none, in metres.
  var canalWidthMetres: Double?
  /// What a feature is that says nothing of itself, where the command line says what the file holds.
  var unmarkedRole: Role?
  /// Roles whose outlines may cross themselves: where only distances to edges are asked for, these are measured as drawn.
  var measuredAsDrawn: Set<Role> = []
  var limits = ReadingLimits()
  /// How far a file's reference system may be off: a setback is told from a breach to the decimetre (an assumption;
  /// the checker reports what lies nearer to the limit than it can know).
  var toleranceMetres = 0.1

  init() {}

  /// For buildings beside `--canals`, where distances to edges are all that is asked for.
  mutating func judgeBuildings() {
    measuredAsDrawn = [.house, .building, .canal]
    // Less than any setback of 3 m (MR 55, clause 42), so that a verdict can be had at all; what is nearer to its limit
    // than the way to WGS 84 is good, is called too close to tell. Indian 1975, good to 3 m, stays out.
    toleranceMetres = 2
  }
}

extension IntakeOptions {
  /// The rows of the options table that every command which reads features shares.
  static let table: [OptionSpec] = [
    OptionSpec(
      "kind", value: "KEY=VALUE:ROLE", repeatable: true,
      help:
        "features whose property KEY is VALUE have this role, such as building=temple:keep; * is any value"),
    OptionSpec(
      "crs", value: "EPSG:n", help: "work on this plane instead of the UTM zone where the settlement lies"),
    OptionSpec(
      "canal-width", value: "METRES",
      help: "legal width of the canals that are drawn as lines and state none"),
    OptionSpec(
      "max-megabytes", value: "N", default: "512", help: "refuse a file that is larger"),
    OptionSpec(
      "max-positions", value: "N", default: "10000000", help: "refuse a file with more coordinates"),
    OptionSpec(
      "max-nesting", value: "N", default: "64",
      help: "refuse arrays and objects that lie deeper in one another"),
    OptionSpec(
      "max-collections", value: "N", default: "8",
      help: "refuse geometry collections that lie deeper in one another"),
    OptionSpec(
      "max-digits", value: "N", default: "400", help: "refuse a number that is written with more characters"),
    OptionSpec(
      "max-coordinate", value: "N", default: "100000000", help: "refuse a coordinate that is larger"),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init()
    mappings = try arguments.strings("kind").map { text throws(UsageError) in try KindMapping(text) }
    systemName = arguments.string("crs")
    canalWidthMetres = try arguments.metres("canal-width", in: 0.1...10_000)
    let megabytes = try arguments.integer("max-megabytes", default: 512, in: 1...4095)
    limits.fileBytes = megabytes << 20
    limits.positions = try arguments.integer("max-positions", default: 10_000_000, in: 1...1_000_000_000)
    limits.nesting = try arguments.integer("max-nesting", default: 64, in: 4...512)
    limits.collectionNesting = try arguments.integer("max-collections", default: 8, in: 1...64)
    limits.numberLength = try arguments.integer("max-digits", default: 400, in: 1...100_000)
    limits.coordinate = try arguments.number("max-coordinate", default: 1e8, in: 1...1e30, unit: "units")
  }
}
