internal import CommandLineKit

/// The five ways of upgrading that Baan Mankong names (facts/law-and-practice.md §3.1, S58 and S59, confidence high).
enum Strategy: String, CaseIterable {
  case onSite = "on-site"
  case reblock
  case landSharing = "land-sharing"
  case reconstruction
  case relocation
}

/// What was asked of a strategy.
struct StrategyTerms {
  var strategy = Strategy.reconstruction
  /// Whether one was named, or told anything.
  var isNamed = false
  /// The owner's part of the land, in percent.
  var ownerPercent = 40.0
  /// Whether an order of building is asked for, and how many temporary homes there are.
  var hasPhases = false
  var transitHomes: Int?
  /// Files of the sites to which people move.
  var sites: [String] = []

  static let table: [OptionSpec] = [
    OptionSpec(
      "strategy", value: "NAME", default: "reconstruction", allowed: Strategy.allCases.map(\.rawValue),
      help:
        "on-site: houses that comply stay; reblock: parcels stay, the least new lane reaches them; land-sharing: a "
        + "part for the owner; reconstruction: all is laid out anew; relocation: people move to other sites"),
    OptionSpec("share", value: "PERCENT", default: "40", help: "land-sharing: the owner's part of the land"),
    OptionSpec("phases", help: "reconstruction: an order of building in which nobody is sent away"),
    OptionSpec("transit", value: "N", help: "with --phases: how many temporary homes there are"),
    OptionSpec(
      "to", value: "FILE", repeatable: true, help: "relocation: a site to which people move, as a settlement"),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    strategy = arguments.choice("strategy", default: Strategy.reconstruction)
    ownerPercent = try arguments.number("share", default: 40, in: 1...95, unit: "percent")
    hasPhases = arguments.has("phases")
    transitHomes = try arguments.integer("transit", in: 0...1_000_000)
    sites = arguments.strings("to")
    isNamed = arguments.has("strategy") || hasPhases
    try requireSense(arguments)
  }

  /// An option that would do nothing is a mistake.
  private func requireSense(_ arguments: ParsedArguments) throws(UsageError) {
    let only: [(option: String, strategy: Strategy)] = [
      ("share", .landSharing), ("phases", .reconstruction), ("transit", .reconstruction), ("to", .relocation),
    ]
    for (option, own) in only where arguments.has(option) && strategy != own {
      throw UsageError(
        "--\(option) belongs to --strategy \(own.rawValue)",
        remedy: "name that strategy, or leave the option out")
    }
    if transitHomes != nil, !hasPhases {
      throw UsageError("--transit without --phases", remedy: "add --phases, or leave --transit out")
    }
    if strategy == .relocation, sites.isEmpty {
      throw UsageError("relocation needs a place to go", remedy: "add --to SITE.geojson, once for each site")
    }
  }
}
