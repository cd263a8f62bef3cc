internal import CommandLineKit
internal import Planning

extension SearchTerms {
  /// The rows of the options table.
  static let table: [OptionSpec] = [
    OptionSpec(
      "relaxed",
      help:
        "rows may touch the ends of rows that stand square to them: more plots, and the check tells each such end"
    ),
    OptionSpec(
      "flex", value: "METRES",
      help: "plots may be wider and deeper by up to this where a remnant is left; all of a row alike"),
    OptionSpec(
      "end-lot", value: "METRES",
      help: "plots at the ends of a row are wider by this where there is room"),
    OptionSpec(
      "place", value: "USE:M2", repeatable: true,
      help: "a place for everybody, such as hall:60: a compact rectangle on a lane, near the middle"),
    OptionSpec(
      "open-space", value: "PERCENT%|M2",
      help: "how much ground stays open beside lanes and walkway: 5% of the site, or square metres"),
    OptionSpec(
      "courts", value: "N",
      help: "N courts, each with 8 to 10 plots round it, where they cost the fewest plots"),
    OptionSpec(
      "court-width", value: "METRES", default: "7", help: "from front to front across a court"),
    OptionSpec(
      "spine-width", value: "METRES",
      help: "lay a lane for vehicles of this width from the entrance along the site"),
    OptionSpec(
      "road-gap", value: "METRES",
      help:
        "how far a road may lie from the land and still be reached; without it 1, and up to 10 where no road is nearer"
    ),
    OptionSpec(
      "what-if-entrance",
      help: "say where a second entrance would shorten the walks most, and by how much; it is not drawn"),
    OptionSpec(
      "fire-reach", value: "METRES",
      help:
        "longest walk from a way for fire engines to a plot; where plots lie beyond, a lane for engines is tried"
    ),
    OptionSpec(
      "fire-width", value: "METRES", default: "4", help: "the narrowest way that a fire engine can use"),
    OptionSpec(
      "dead-end", value: "METRES",
      help: "no lane between plots ends farther from its last fork than this"),
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init()
    isRelaxed = arguments.has("relaxed")
    flexMetres = try arguments.metres("flex", in: 0.01...20)
    endLotMetres = try arguments.metres("end-lot", in: 0.01...20)
    roadGapMetres = try arguments.metres("road-gap", in: 0...Self.widestGap)
    triesEntrance = arguments.has("what-if-entrance")
    places = try arguments.list("place").map { text throws(UsageError) in try Self.place(text) }
    openSpace = try arguments.string("open-space").map { text throws(UsageError) in
      try Self.openSpace(text)
    }
    spineWidthMetres = try arguments.metres("spine-width", in: 2...50)
    let width = try arguments.metres("fire-width", default: 4, in: 1...50)
    fireReach = try arguments.metres("fire-reach", in: 1...10_000).map {
      FireReach(reachMetres: $0, widthMetres: width)
    }
    courts = try arguments.integer("courts", in: 1...PlanRequest.mostCourts)
    courtWidthMetres = try arguments.metres("court-width", default: 7, in: 2...50)
    deadEndMetres = try arguments.metres("dead-end", in: 5...1000)
    let given = try arguments.countedSizes("plot", in: 1...100) ?? []
    guard given.count > 1 || given.contains(where: { $0.count != nil }) else { return }
    guard courts == nil else {
      throw UsageError(
        "--courts does not go with several sizes of plots", remedy: "give one size with --plot, and no count")
    }
    sizes = given.map {
      WantedPlots(
        size: PlotSize(frontageMetres: $0.size.widthMetres, depthMetres: $0.size.depthMetres),
        count: $0.count)
    }
  }
}

extension SearchTerms {
  private static func place(_ text: String) throws(UsageError) -> WantedPlace {
    let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2, let use = words.first, (1...40).contains(use.count),
      use.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }), use != "open",
      let area = Double(words[1]), (5...100_000).contains(area)
    else {
      throw UsageError(
        "--place \(text): not a place",
        remedy: "say what it is for and its square metres, from 5 on, such as hall:60")
    }
    return WantedPlace(use: use, squareMetres: area)
  }

  private static func openSpace(_ text: String) throws(UsageError) -> OpenSpaceQuota {
    let isShare = text.hasSuffix("%")
    guard let number = Double(isShare ? String(text.dropLast()) : text), number > 0,
      number <= (isShare ? 90 : 1e7)
    else {
      throw UsageError(
        "--open-space \(text): not a quota",
        remedy: "give a share of the site up to 90%, such as 5%, or square metres, such as 400")
    }
    return isShare ? .share(number / 100) : .squareMetres(number)
  }
}
