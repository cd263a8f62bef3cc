internal import CommandLineKit
internal import GeoJSON
internal import Glibc
internal import Regulations

extension CheckCommand {
  static let cityOptions: [OptionSpec] = [
    OptionSpec(
      "canals", value: "FILE", repeatable: true,
      help:
        "canals to judge the buildings by; what does not say what it is, is a canal here and a building in the others, and the canals are not written back"
    ),
    OptionSpec(
      "threads", value: "N",
      help: "how many threads judge buildings beside --canals; one for each core if not said"),
  ]

  /// Judges buildings as a stream from GeoJSON to GeoJSON; nil where that cannot be done and the files have to be read
  /// whole.
  static func runAsStream(
    _ arguments: ParsedArguments, _ paths: [String], _ canals: [String], _ console: Console
  ) throws -> ExitCode? {
    let failing = try failing(arguments)
    let baseline = try baseline(arguments)
    let format = arguments.choice("format", default: Format.text)
    guard [.geojson, .geojsonl].contains(format), !arguments.has("widths"),
      let city = try city(arguments, paths, canals)
    else { return nil }
    var check = city.check
    if format == .geojsonl { check.form = .lines }
    do {
      var ranked: RankedReport?
      if baseline != nil || arguments.has("all-canals") || arguments.has("strips") {
        // Told of by the findings, so the buildings are read twice.
        guard let first = try self.city(arguments, paths, canals) else { return nil }
        let report = try report(first.check, first.streams, arguments, digests: true, .silent())
        try writeStrips(of: report, arguments, console)
        check.statedSummary = report.summary
        ranked = RankedReport(report, failing: failing, baseline: baseline)
      }
      let outcome = try write(check, city.streams, to: arguments.string("output", default: "-"), console)
      outcome.tell(console)
      if let headline = ranked?.headline { console.note(headline) }
      let fails = ranked?.fails ?? failing.contains { outcome.tally.summary[$0] > 0 }
      return fails ? .findings : .done
    } catch is NotStreamable {
      return nil
    }
  }

  /// The report on buildings of which only those are kept that it tells of; nil where that cannot be done.
  static func sifted(
    _ arguments: ParsedArguments, _ paths: [String], _ canals: [String], _ console: Console
  ) throws -> CheckReport? {
    let format = arguments.choice("format", default: Format.text)
    guard ![.geojson, .geojsonl].contains(format), let city = try city(arguments, paths, canals)
    else { return nil }
    var check = city.check
    check.property = arguments.string("by")
    check.widths = try widths(arguments)
    do {
      let report = try report(
        check, city.streams, arguments, digests: format == .json || arguments.has("strips"), console)
      try writeStrips(of: report, arguments, console)
      return report
    } catch is NotStreamable {
      return nil
    }
  }

  private static func report(
    _ check: CityCheck, _ streams: [InputStream], _ arguments: ParsedArguments, digests: Bool,
    _ console: Console
  ) throws -> CheckReport {
    let (name, strict) = try RuleBookOptions.names(arguments)
    let wish = CityReportWish(
      bookName: name, strict: strict, listsAllCanals: arguments.has("all-canals"),
      listsPassed: arguments.choice("format", default: Format.text) == .junit, digests: digests)
    return try check.report(streams, wish, console)
  }

  /// Files that are buildings and canals and nothing else, so far as the options tell; nil for others.
  private static func city(
    _ arguments: ParsedArguments, _ paths: [String], _ canals: [String]
  ) throws -> (check: CityCheck, streams: [InputStream])? {
    guard !canals.isEmpty, !arguments.has("measures"), !arguments.has("picture"),
      LaterBanks(arguments).isEmpty
    else { return nil }
    var options = try IntakeOptions(arguments)
    options.judgeBuildings()
    if paths.contains("-") { try SpooledInput.makeSeekable(maximumBytes: options.limits.fileBytes) }
    let streams = try paths.compactMap { try InputStream($0) }
    guard streams.count == paths.count, !canals.contains("-"),
      Set(paths + canals).count == streams.count + canals.count
    else { return nil }
    let (name, strict) = try RuleBookOptions.names(arguments)
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let check = CityCheck(
      buildings: paths, canals: canals, options: options,
      book: try RuleBook.chosen(name, lifting: strict),
      accuracyMetres: try arguments.metres("accuracy", in: 0...1000),
      threads: try arguments.integer("threads", in: 1...64) ?? min(cores, 64))
    return (check, streams)
  }

  private static func write(
    _ check: CityCheck, _ streams: [InputStream], to output: String, _ console: Console
  ) throws -> CityCheck.Outcome {
    let inputs = streams.map(\.identity) + check.canals.map { try? InputStream($0)?.identity }
    let target = try OutputTarget(output, protecting: inputs, files: .real)
    if case .file = target.kind {
      return try OutputFile.write(output, console: console, protecting: inputs) { sink in
        try check.run(streams, console) { try sink.write($0) }
      }
    }
    // What went to a pipe cannot be taken back, so it waits until nothing can be refused any more.
    var waiting: [[UInt8]] = []
    let outcome = try check.run(streams, console) { waiting.append($0) }
    try OutputFile.write(output, console: console, protecting: inputs) { sink in
      for bytes in waiting { try sink.write(bytes) }
    }
    return outcome
  }
}

extension CityCheck.Outcome {
  fileprivate func tell(_ console: Console) {
    for (path, tally) in files { tally.tell(of: path, to: console) }
    canals?.noteWhatIsLeftOut(to: console)
    console.note(tally.summary.headline(isPlan: false))
    if tally.summary.checked == 0 { CheckCommand.warnOfNothing(console) }
  }
}
