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
      each change stands in the file's member klong. The parcels themselves are written as they were.

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
        "snap", value: "METRES", default: "0.5", help: "corners that are nearer than this are one"),
      OptionSpec(
        "deadline", value: "SECONDS", default: "60",
        help: "stop then and write the best lanes found so far with their bound"),
    ] + IntakeOptions.table,
    examples: [
      Example("klong reblock parcels.geojson -o lanes.geojson", "the outline of each block is road"),
      Example(
        "klong reblock parcels.geojson --roads roads.geojson -o lanes.geojson", "roads from another file"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "every parcel has access"),
      ExitStatusSpec(ExitCode.findings.rawValue, "the file is written, but a parcel cannot be reached"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let run = try ReblockRun(arguments, console)
    let lanes = try run.found()
    let file = ReblockFile(run: run, lanes: lanes)
    try OutputFile.write(run.output, console: console, protecting: run.intake.sources.map(\.identity)) {
      sink in
      try file.write { try sink.write($0) }
    }
    run.tell(lanes)
    return lanes.isolatedAfter.isEmpty ? .done : .findings
  }
}
