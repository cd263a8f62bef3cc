internal import CommandLineKit
internal import Planning

extension PlanTerms {
  /// The rows of the options table that say what a layout shall be like.
  static let table: [OptionSpec] = [
    OptionSpec(
      "plot", value: "WxD[:N],...", default: "4x7",
      help:
        "width on the lane and depth of every plot, in metres; or several sizes, with how many of each are wished for"
    ),
    OptionSpec("lane-width", value: "METRES", default: "3", help: "clear width of every lane"),
    OptionSpec("walkway", value: "METRES", default: "3", help: "width of the public way beside the bank"),
    OptionSpec("row-max", value: "N", default: "10", help: "the most plots in one row"),
    OptionSpec("row-gap", value: "METRES", default: "4", help: "free ground after a longest row"),
    OptionSpec(
      "plots-in-setback",
      help:
        "let plots reach into the setback strip, and draw in each what may be built behind the line"),
    OptionSpec(
      "households", value: "N",
      help: "how many households need a plot; without it, one for each house that does not stay"),
    OptionSpec(
      "seed", value: "N", default: "1",
      help: "what any choice by lot starts from; the same seed gives the same plan"),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init()
    if let size = try arguments.countedSizes("plot", in: 1...100)?.first?.size {
      plot = PlotSize(frontageMetres: size.widthMetres, depthMetres: size.depthMetres)
    }
    search = try SearchTerms(arguments)
    laneWidthMetres = try arguments.metres("lane-width", default: 3, in: 0.5...50)
    walkwayWidthMetres = try arguments.metres("walkway", default: 3, in: 0.5...50)
    rowMaximumUnits = try arguments.integer("row-max", default: 10, in: 1...1000)
    rowGapMetres = try arguments.metres("row-gap", default: 4, in: 0...50)
    plotsMayReachIntoSetback = arguments.has("plots-in-setback")
    households = try arguments.integer("households", in: 0...1_000_000)
    seed = try arguments.integer("seed", default: 1, in: 0...Int.max)
    canalWidthMetres = try arguments.metres("canal-width", in: 0.1...10_000)
    (book, strict) = try RuleBookOptions.names(arguments)
  }
}

/// The options that choose a rule book.
enum RuleBookOptions {
  static let table: [OptionSpec] = [
    OptionSpec(
      "rules", value: "FILE|NAME", default: "thailand-mr55",
      help: "the rule book: one of \"klong rules list\", or a file of your own"),
    OptionSpec(
      "strict", value: "RULE", repeatable: true,
      help: "make a norm of the rule book binding: what falls short of it breaks the plan"),
  ]

  static func names(_ arguments: ParsedArguments) throws(UsageError) -> (book: String, strict: [String]) {
    (arguments.string("rules") ?? "thailand-mr55", try arguments.list("strict"))
  }
}
