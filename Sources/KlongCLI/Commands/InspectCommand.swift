internal import CommandLineKit
internal import JSON

enum InspectCommand: KlongCommand {
  enum Format: String, CaseIterable {
    case text, json
  }

  static let spec = CommandSpec(
    name: "inspect", summary: "says what files hold, what is wrong with them, and what a plan would need",
    discussion: """
      Each feature gets its role from an option --kind, else from its property kind, else from OpenStreetMap tags; \
      the report says how each was found, in which reference system the file is, and how exact the way from there \
      is. It counts, measures areas and lengths, and lists canals without a width, invalid areas with their place, \
      features that are drawn twice, houses, plots and parcels that overlap, and slivers.

      A file whose areas cross themselves cannot be planned or checked: nobody may guess what was meant. --repair \
      writes a copy in which they are made valid, lists each change, and leaves all else as it is to the byte. \
      Nothing is written without it.
      """,
    positionals: [PositionalSpec("FILE", count: .oneOrMore, help: "GeoJSON files; - is standard input")],
    options: IntakeOptions.table + [
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs"),
      OptionSpec("repair", help: "write a copy of the file with its invalid areas repaired; needs -o"),
      OptionSpec("output", short: "o", value: "FILE", help: "where the repaired copy goes"),
    ],
    examples: [
      Example("klong inspect settlement.geojson", "what is in it"),
      Example("klong inspect houses.geojson canals.geojson --canal-width 12", "two files as one settlement"),
      Example(
        "klong inspect osm.geojson --kind natural=tree:keep --kind amenity=school:shared", "name roles"),
      Example(
        "klong inspect drawn.geojson --repair -o repaired.geojson", "mend outlines that cross themselves"),
      Example("klong inspect settlement.geojson --format json", "for a program"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "the files can be used"),
      ExitStatusSpec(
        ExitCode.invalidInput.rawValue,
        "they cannot: unreadable, in an unknown place, empty, or a feature with a role is invalid"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let options = try IntakeOptions(arguments)
    let output = try repairTarget(arguments)
    let inspection = try Inspection(paths: arguments.positionals, options: options, console: console)
    let repairs = try Repair.all(in: inspection.intake, most: output == nil ? mostPreviews : .max)
    if let output { try inspection.write(repairs, to: output, console: console) }
    let isRepaired = output != nil
    let report: String
    switch arguments.choice("format", default: Format.text) {
    case .text: report = inspection.text(repairs: repairs, isRepaired: isRepaired, width: console.width)
    case .json:
      let value = JSONValue.object(inspection.json(repairs: repairs, isRepaired: isRepaired))
      report = String(decoding: value.serialized(pretty: true), as: UTF8.self) + "\n"
    }
    // Standard output belongs to the repaired copy when it goes there.
    if output == "-" {
      for line in report.split(separator: "\n") { console.note(String(line)) }
    } else {
      try console.write(report)
    }
    let mended = isRepaired ? Set(repairs.filter { $0.geometry != nil }.map(\.feature)) : []
    return inspection.refusal(mended: mended) == nil ? .done : .invalidInput
  }

  /// How many repairs are worked out for the report alone.
  private static let mostPreviews = 200

  private static func repairTarget(_ arguments: ParsedArguments) throws(UsageError) -> String? {
    let output = arguments.string("output")
    guard arguments.has("repair") else {
      guard output == nil else {
        throw UsageError("-o without --repair", remedy: "add --repair to write a repaired copy")
      }
      return nil
    }
    guard let output else {
      throw UsageError("--repair needs a place for the copy", remedy: "add -o REPAIRED.geojson")
    }
    guard arguments.positionals.count == 1 else {
      throw UsageError("--repair takes one file at a time", remedy: "repair each file by itself")
    }
    return output
  }
}
