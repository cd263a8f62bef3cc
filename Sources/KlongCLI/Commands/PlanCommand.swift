internal import CommandLineKit
internal import Planning
internal import Regulations
internal import Settlement

enum PlanCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "plan", summary: "lays out plots, lanes and a walkway, and checks them",
    discussion: """
      Give it a settlement: the land that may be planned (kind = site), the canal, and a road or an access point; \
      and, where there are any, bank lines, houses, and things that must stay. It lays out equal plots that each \
      front on a way to the public road, keeps the canal setback and the rules of rows, and says how near the plan \
      is to the most that any plan could have.

      The setback binds the building. As a small plot is built over whole, plots stay behind the line; with \
      --plots-in-setback they reach into the strip, and each shows what may be built.

      The plan is read again and judged by an independent checker before it is written; what is broken stands in it \
      as a finding. Given a plan again, klong keeps what people drew, moved or locked, and lays out the rest anew.

      With --options it writes several plans, each best at something that residents feel: the most plots, the \
      shortest moves or walks, the most houses that stay, the cheapest works, the most open space. None is better \
      than another in everything, and any two differ in a tenth of their plots' ground or more. Where there are \
      fewer such plans than asked for, it says so. Houses that such a plan is laid out around are locked in its file.

      Several sizes of plots in one plan follow one another along the bank (--plot 4x7:200,5x8:40). The counts are \
      wishes: where there is no room for all, each size gets the same share of its own, and what is missing is told.

      The rule of the row is held strictly. With --relaxed a row may touch the ends of rows that stand square to it; \
      both numbers of plots are told, and every such end is listed by the check, as whoever grants the permit will ask.

      Places for everybody (--place hall:60) and open ground (--open-space 5%) take the ground of the fewest plots, near \
      the middle, and it says how many.

      With --courts 3 three clusters of 8 to 10 plots look at courts between them, open to the walkway or the lane in \
      front, as in re-blocked settlements of South Africa; they stand where they cost the fewest plots, and it says how \
      many.

      A lane for vehicles (--spine-width 4) runs from an entrance along the site. With --fire-reach 90 the plots are \
      counted that lie farther from a way for fire engines, by foot; if there are any and no such lane was asked for, \
      one is tried, and it says what that costs in plots.

      With --dead-end 40 no lane between plots ends farther than that from its last fork: lanes are joined behind the \
      plots, or end earlier. The walkway, a lane for vehicles and ways that stay end where they do; it says so where one \
      of them runs on for longer.

      With --flex 0.3 the plots of a row are all wider and deeper by up to that where a remnant is left beside or behind \
      the row; with --end-lot 1 those at its ends are wider by that much where there is room. No plot is lost by it.

      With --what-if-entrance it tries places where a way comes to the edge of the site on land, and says at which one a \
      second entrance would shorten the walks to a road most.

      When households are left without a plot, it says how many, and what plot size would fit all.
      """,
    positionals: [
      PositionalSpec(
        "SETTLEMENT", count: .oneOrMore, help: "GeoJSON files, taken together; - is standard input")
    ],
    options: [
      OptionSpec("output", short: "o", value: "FILE", help: "where the plan goes; - is standard output"),
      MapPicture.option,
      OptionSpec(
        "options", value: "N",
        help:
          "up to N plans to choose from, 2 to 9: -o plan.geojson becomes plan-A.geojson, plan-B.geojson and so on"
      ),
      OptionSpec("measures", help: "also list the plan's measures with their norms as lights"),
    ] + PlanTerms.table + SearchTerms.table + RuleBookOptions.table + LaterBanks.table + StrategyTerms.table
      + IntakeOptions.table + [
        OptionSpec(
          "deadline", value: "SECONDS", default: "60",
          help: "stop then and write the best plan found so far; exit code 75 when there is none")
      ],
    examples: [
      Example("klong plan settlement.geojson -o plan.geojson", "plots of 4 x 7 m, lanes of 3 m"),
      Example(
        "klong plan settlement.geojson -o plan.geojson --plot 3.5x6 --lane-width 2", "smaller plots and lanes"
      ),
      Example(
        "klong plan land.geojson lines.geojson -o plan.geojson --canal-width 12 --households 80",
        "two files, and what they leave open"),
      Example(
        "klong plan settlement.geojson -o plan.geojson --options 5",
        "plan-A.geojson to plan-E.geojson, each good at something else"),
      Example(
        "klong plan settlement.geojson -o plan.geojson --plot 4x7,5x8:40",
        "forty plots of 5 x 8 m, and the rest 4 x 7 m"),
      Example(
        "klong plan plan.geojson --bank later-bank.geojson -o next.geojson",
        "the bank line moved: change as few homes as can be"),
      Example(
        "klong plan settlement.geojson -o plan.geojson --phases --transit 20",
        "an order of building with 20 temporary homes"),
      Example(
        "klong plan settlement.geojson -o plan.geojson --strategy land-sharing --share 40",
        "40 % of the land for its owner"),
      Example("klong plan plan.geojson -o next.geojson", "plan again and keep what was changed by hand"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "everybody has a plot and no rule is broken"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "the plan is written, but a household is left without a plot or a rule is broken"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let picture = try MapPicture(arguments)
    if try StrategyTerms(arguments).strategy == .reblock {
      if picture != nil {
        throw UsageError(
          "--picture does not go with --strategy reblock", remedy: "draw the lanes with klong map")
      }
      let terms = try ReblockTerms(PlanTerms(arguments))
      return try ReblockCommand.write(ReblockRun(arguments, terms: terms, console))
    }
    let run = try PlanRun(arguments, console)
    if picture != nil, run.optionCount != nil {
      throw UsageError(
        "--picture draws one plan, and --options makes several", remedy: "draw each with klong map")
    }
    if let count = run.optionCount {
      return try run.writeOptions(count, showsMeasures: arguments.has("measures"))
    }
    let plan = try run.plan()
    let (file, report) = (plan.file, plan.report)
    try OutputFile.write(run.output, console: console, protecting: run.intake.sources.map(\.identity)) {
      sink in
      try file.write(to: { try sink.write($0) }, report: report)
    }
    run.tell(plan)
    if let picture {
      var bytes: [UInt8] = []
      try file.write(to: { bytes += $0 }, report: report)
      let again = try Intake.read(
        InputFile(path: run.output, bytes: bytes, identity: nil), options: run.options)
      try picture.write(.overview, of: again, console: console)
    }
    if arguments.has("measures"), let measured = file.header.measured { console.note(measured) }
    let isShort = (file.header.outcome.measures.missing ?? 0) > 0 || file.header.outcome.measures.plots == 0
    return isShort || report.report.isBroken || !plan.faults.isEmpty ? .findings : .done
  }
}
