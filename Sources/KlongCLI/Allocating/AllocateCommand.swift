internal import CommandLineKit
internal import Cooperative

enum AllocateCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "allocate",
    summary: "says who lives where in a plan, and writes the record of how that was decided",
    discussion: """
      Give it a plan and a roster (klong roster). It seats each household on a plot, writes the plan with household \
      on plots, and tells how far people move and who keeps neighbours.

      nearby: the least sum of squared distances, then exchanges that bring neighbours and kin together; \
      kin who would walk no more than --need-weight to the middle of their homes are seated around it. ballot: one \
      draw of lots. group-ballot: groups get runs of consecutive plots and draw among themselves; declared groups \
      (column group) stay together, all others are grouped by place, row by row. hand: a list that people agreed on \
      (--agreed), checked, and completed by nearby with --complete.

      Fixed plots are kept first. When the other households are more than the plots that are left, lots are drawn for \
      who gets none: one lot for each household, owner or renter alike. Those without a plot are named first in every \
      report, and the exit code is 1.

      Needs: shop is met at a corner, the canal walkway or a lane for vehicles; wheelchair and near_road in the third \
      of plots nearest to a road, elder in the nearer half; near_canal on the walkway or in the third nearest to the \
      water; quiet in the two thirds farthest from a road and off walkway and vehicle lanes. These are choices of \
      ours: no norm was found. A draw knows no needs, only forbidden and fixed plots.

      Of a plan with phases the list and the plan tell in which phase each house goes (leaves), in which the plot is \
      ready, for how many its household lives in a temporary home (waits), and in which of these, numbered from 1 \
      (temporary_home).

      A draw is public. Before it: --secret FILE alone prints a commitment, which binds roster, plan, method and \
      secret; publish it. In the hall draw a number, then run --secret FILE --commit HASH --seed NUMBER. Each \
      household's ticket is SHA-256 of key/code; tickets in ascending order are the order of the draw. The record \
      (--record) prints that arithmetic, and --verify repeats it.

      Households are told by their codes. Needs and names are written only with --names.
      """,
    positionals: [
      PositionalSpec("PLAN", count: .any, help: "a plan with houses and plots; - is standard input")
    ],
    options: [
      OptionSpec("households", value: "FILE", help: "the roster, as CSV or JSON"),
      OptionSpec(
        "method", value: "NAME", default: "nearby",
        allowed: AllocationRequest.Method.allCases.map(\.rawValue),
        help: "nearby, ballot, group-ballot or hand"),
      OptionSpec(
        "seed", value: "N", default: "1", help: "the number drawn in public, from which the lots come"),
      OptionSpec("secret", value: "FILE", help: "a text that only the organisers know until the draw"),
      OptionSpec("commit", value: "HASH", help: "the commitment that was published before the draw"),
      OptionSpec("agreed", value: "FILE", help: "for hand: a table of household and plot"),
      OptionSpec("complete", help: "for hand: seat those that the list leaves out as well"),
      OptionSpec(
        "needs", value: "HOW", default: "weighted", allowed: ["weighted", "hard"],
        help: "weighted: an unmet need counts as a walk (--need-weight); hard: met wherever possible"),
      OptionSpec(
        "need-weight", value: "METRES", default: "30", help: "the walk that an unmet need counts as"),
      OptionSpec(
        "max-move", value: "METRES",
        help: "nobody moves farther, where that is possible; else how far it must be"),
      OptionSpec(
        "group-size", value: "N", default: "6", help: "the most households of a group made by place, up to 12"
      ),
      OptionSpec("output", short: "o", value: "FILE", help: "where the plan with its households goes"),
      OptionSpec("record", value: "FILE", help: "where the record goes"),
      OptionSpec(
        "list", value: "FILE",
        help: "where a table goes: each household's house, plot, way, neighbours and phases"),
      OptionSpec(
        "verify", value: "FILE",
        help:
          "repeat a record's arithmetic; with PLAN and --households all of it, as the record says it was asked for"
      ),
      OptionSpec("names", help: "write names and needs into plan and table too"),
    ] + IntakeOptions.table,
    examples: [
      Example(
        "klong allocate SampleData/bang-bua/plan.geojson --households SampleData/bang-bua/households.csv -o seated.geojson",
        "near their old homes"),
      Example(
        "klong allocate plan.geojson --households h.csv --method group-ballot --secret secret.txt",
        "before the draw: the commitment to publish"),
      Example(
        "klong allocate plan.geojson --households h.csv --method group-ballot --secret secret.txt --commit HASH "
          + "--seed 4711 -o seated.geojson --record draw.json", "the draw itself"),
      Example("klong allocate --verify draw.json", "was it drawn as it says?"),
      Example(
        "klong allocate plan.geojson --households h.csv --method hand --agreed list.csv --complete -o seated.geojson",
        "check and complete a list"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "everybody has a plot; a record that was verified is right"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "somebody has no plot, moves farther than --max-move, or a hard need is not met; a record is wrong"),
      ExitStatusSpec(
        ExitCode.invalidInput.rawValue, "plan, roster or list cannot be used; every fault is listed"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    if let record = arguments.string("verify") {
      return try RecordCheck(record, arguments, console).run()
    }
    guard !arguments.positionals.isEmpty else {
      throw UsageError("there is no plan", remedy: "write klong allocate PLAN --households FILE -o FILE")
    }
    let run = try AllocationRun(arguments, console)
    if let commitment = run.commitmentToPublish {
      try console.write(commitment + "\n")
      console.note("publish this before the number is drawn; then add --commit and --seed")
      return .done
    }
    return try run.write()
  }
}
