internal import CommandLineKit
internal import Planning

extension SearchTerms {
  /// The rows of the options table.
  static let table: [OptionSpec] = [
    OptionSpec(
      "relaxed",
      help:
        "rows may touch the ends of rows that stand square to them: more plots, and the check tells each such end")
  ]

  init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init()
    isRelaxed = arguments.has("relaxed")
    let given = try arguments.countedSizes("plot", in: 1...100) ?? []
    guard given.count > 1 || given.contains(where: { $0.count != nil }) else { return }
    sizes = given.map {
      WantedPlots(
        size: PlotSize(frontageMetres: $0.size.widthMetres, depthMetres: $0.size.depthMetres),
        count: $0.count)
    }
  }
}
