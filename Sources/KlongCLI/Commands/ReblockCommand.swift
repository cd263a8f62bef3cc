internal import CommandLineKit
internal import Planning

enum ReblockCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "reblock", summary: "finds the least new lane that gives every parcel access",
    discussion: """
      Where people stay where they are, it chooses which boundaries between today's parcels become lanes, so that \
      every parcel touches a way to a road with one of its corners, by the least length. Areas without a role count \
      as parcels where the file has none (kind = parcel). The outline of a block is road, unless roads are given \
      (kind = road); existing lanes count as well.

      Parcels as surveyed overlap, leave gaps and miss each other's corners. They are made to fit within --snap, and \
      each change stands in the file's member klong. The parcels themselves are written as they were. Enclosed ground \
      that no parcel has and that is as large as one (from an eighth of the usual parcel, an assumption) is taken for a \
      parcel that nobody surveyed: it gets access, is written with unclaimed = true, and --gaps none leaves it out.

      Access is a corner on a way, or with --rule frontage:1.0 so many metres of one edge; edges shorter than twice \
      that do not count, unless a parcel has no longer one: then half of its longest does. What is to be kept and \
      locked houses bar a lane. Land on a canal has access from there only where a --walkway is planned, and new lanes \
      keep the canal's setback by the rule book.

      With --width lanes take land. For each lane it chooses which side gives: both alike, unless a house, a parcel's \
      smallest size or the weights speak for one. Parcels are cut exactly and land is conserved; the file says who \
      gives how many square metres, what share that is, what is left, and which parcels are split or emptied. Pieces \
      of less than 1 m² go to the lane. With --keep-houses no house is cut: a lane is narrowed down to --least-width, \
      or the boundary is given up and lanes are looked for elsewhere.

      The file of --weights holds lines and areas: weight (a metre counts for so many), cost_per_m (metres on top), \
      wall (each metre of it counts for one more, an assumption), slope_percent (10 % counts twice, an assumption), \
      consent = no (who holds the land under the area gives none). --least houses goes round houses first; every \
      boundary counts the houses on it.

      The least lanes are a tree of dead ends. --loops joins them where it costs least, --detour shortens walks; the \
      options say what which costs. Each lane carries its place in the order of opening, most homes per metre first, \
      with the share that has access by then, and how far drains and pipes along it go to the road; whether the ground \
      falls that way is not known without levels. Homes farther than 90 m from a road are counted as beyond the reach \
      of fire hoses (a South African guide; no Thai figure was found).

      Houses without parcels get proxies where the block is given as kind = site: the ground that is nearer to a house \
      than to any other. They are called proxies wherever they appear.

      The bound says how short lanes cannot be. It comes from multipliers that are checked by arithmetic of their \
      own. Lanes that equal it are said to be the least. Before anything is written, an independent check looks \
      whether every parcel touches a connected way.
      """,
    positionals: [
      PositionalSpec("PARCELS", count: .oneOrMore, help: "GeoJSON files, taken together; - is standard input")
    ],
    options: [
      OptionSpec("output", short: "o", value: "FILE", help: "where the lanes go; - is standard output"),
      OptionSpec("roads", value: "FILE", help: "another file, with roads and existing lanes"),
      OptionSpec(
        "deadline", value: "SECONDS", default: "60",
        help: "stop then and write the best lanes found so far with their bound"),
    ] + ReblockTerms.table + RuleBookOptions.table + IntakeOptions.table,
    examples: [
      Example("klong reblock parcels.geojson -o lanes.geojson", "the outline of each block is road"),
      Example(
        "klong reblock parcels.geojson --roads roads.geojson -o lanes.geojson", "roads from another file"),
      Example(
        "klong reblock parcels.geojson houses.geojson --width 2 --keep-houses --least-width 1.2 -o lanes.geojson",
        "lanes of 2 m that cut no house"),
      Example("klong reblock parcels.geojson --loops 40 -o lanes.geojson", "no dead end longer than 40 m"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "every parcel has access"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "the file is written, but a parcel cannot be reached or a lane is not as wide as asked"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try write(ReblockRun(arguments, terms: ReblockTerms(arguments), console))
  }

  /// Finds lanes, writes them, and tells of them.
  static func write(_ run: ReblockRun) throws -> ExitCode {
    let lanes = try run.found()
    let file = ReblockFile(run: run, lanes: lanes)
    try OutputFile.write(run.output, console: run.console, protecting: run.intake.sources.map(\.identity)) {
      sink in
      try file.write { try sink.write($0) }
    }
    run.tell(lanes)
    return lanes.isWhole ? .done : .findings
  }
}
