internal import Cartography
internal import CommandLineKit

enum MapCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "map", summary: "draws sheets that people read, mark and sign",
    discussion: """
      Give it a plan, or a settlement that has none yet: then the sheets show the houses of today with their numbers. \
      Sheets are drawn in true, whole scales on the plan's plane, in black, three greys and patterns, so that they \
      survive a photocopier and colour belongs to people's pens.

      table: an A3 atlas 1:250 along the canal. overview: everything on one page, with an index. wall: A1 1:200, or \
      cut onto smaller paper with --tile. household: a page for each plot. ballot: two to four plans to choose from. \
      signoff: lists to sign, by lane. objection: a slip for a hearing. change: against --before. setbacks: what \
      stands too near to the water. members: a list to sign, of a plan that klong allocate wrote. budget: what it costs \
      and who pays, from --budget. programme: many projects on one page, of a folder or list as klong programme reads it, alone. \
      landowner: of such a folder or list, all sites on each landowner's land, for talks. The words are Thai unless --language names another.

      A public copy has no house numbers. A plan that klong allocate wrote has the codes of its households on wall, table \
      and household sheets; names are printed only with --names, what a household pays only with --money, and files \
      with either can be read by their owner alone. No sheet tells of the machine \
      that made it, and the same plan gives the same bytes.
      """,
    positionals: [
      PositionalSpec(
        "PLAN", count: .oneOrMore,
        help: "GeoJSON files, taken together; - is standard input; of a programme, its folder or list")
    ],
    options: MapTerms.table + IntakeOptions.table,
    examples: [
      Example("klong map plan.geojson -o table.pdf", "the atlas for the table"),
      Example("klong map plan.geojson --all -o sheets", "every sheet into a folder, with a list of contents"),
      Example(
        "klong map seated.geojson --sheet household --names --budget budget.json --money --each -o homes",
        "who lives where and what they pay, a file each"),
      Example("klong map plan.geojson --sheet overview --format png -o pictures", "a picture for a report"),
      Example(
        "klong map projects.csv --sheet programme -o programme.pdf", "all projects of a programme at a glance"
      ),
      Example(
        "klong map projects.csv --sheet landowner --network north --each -o talks",
        "a network's sheet for each landowner, a file each"),
      Example(
        "klong map settlement.geojson -o today.pdf", "houses and numbers of today, before there is a plan"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let terms = try MapTerms(arguments)
    if terms.sheets.contains(where: \.isOfProgramme) {
      return try ProgrammePrint(
        terms, paths: arguments.positionals, options: IntakeOptions(arguments), console: console
      ).run()
    }
    return try MapRun(
      terms, files: arguments.positionals, options: IntakeOptions(arguments), console: console
    ).run()
  }
}
