internal import CommandLineKit
internal import Compliance
internal import JSON
internal import Regulations
internal import Settlement

enum CheckCommand: KlongCommand {
  enum Format: String, CaseIterable {
    case text, json, geojson, geojsonl, csv, sarif, junit, github
  }

  static let spec = CommandSpec(
    name: "check", summary: "judges a plan, or buildings beside canals, by every rule",
    discussion: """
      Give it a plan, made by klong or drawn by hand with kind = plot, lane and walkway, or a file of buildings and \
      canals. A plan is judged by the canal setback, plot size and shape, frontage, the way from every plot to a \
      public road, overlaps, things that stay, and the rules of rows; buildings by their distance to the water.

      A plot without a building drawn in it is judged as built over whole. A bank line (kind = bank), here or in a \
      second file, replaces the edge of the canal on its side, so a plan can be checked again against a later line.

      Every finding names the feature, the rule with its clause and sources, what was measured and what is required. \
      A plan is judged by the book it was made with unless --rules names another.
      """,
    positionals: [
      PositionalSpec(
        "PLAN", count: .oneOrMore,
        help:
          "GeoJSON files, folders of them or patterns such as 'ward-*.geojson', taken together; - is standard input"
      )
    ],
    options: [MapPicture.option] + RuleBookOptions.table + LaterBanks.table + IntakeOptions.table
      + cityOptions + pipelineOptions + widthOptions + watchOptions
      + [
        OptionSpec(
          "all-canals", help: "list a finding for every canal in reach of a building, not for the worst alone"
        ),
        OptionSpec(
          "strips", value: "FILE",
          help:
            "also write the ground beside the canals on which nothing may be built, and its line, as GeoJSON"),
        OptionSpec(
          "measures", help: "also measure the plan: each figure with its norms as lights, in text and json"),
        OptionSpec(
          "accuracy", value: "METRES",
          help: "how far the drawing may be off: what is nearer to its limit is called too close to tell"),
        OptionSpec(
          "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
          help:
            "text for people, json for programs, geojson for maps: each feature as it was, with its verdict (geojsonl: one a line), csv for spreadsheets, sarif, junit and github for pipelines"
        ),
        OptionSpec(
          "output", short: "o", value: "FILE", default: "-",
          help: "where the report goes; - is standard output"
        ),
      ],
    examples: [
      Example("klong check plan.geojson", "judge a plan; exit code 1 when a rule is broken"),
      Example("klong check plan.geojson --bank later-bank.geojson", "what a later bank line would take"),
      Example("klong check houses.geojson canals.geojson --canal-width 12", "the setback of every house"),
      Example(
        "klong check houses.geojson canals.geojson --format geojson -o judged.geojson", "a map of verdicts"),
      Example(
        "klong check city.geojson --canals canals.geojson --format geojson -o judged.geojson",
        "a whole city, as a stream on all cores"),
      Example(
        "klong check plan.geojson --measures", "walks, moves, land and rows beside the norms of others"),
      Example("klong check plan.geojson --strict row-plot-area", "hold plots to 16 square wah"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "no rule that binds is broken"),
      ExitStatusSpec(ExitCode.findings.rawValue, "a rule is broken"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    arguments.has("watch") ? try watch(arguments, console) : try once(arguments, console)
  }

  static func once(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let paths = try InputPaths.expanded(arguments.positionals)
    let canals = try InputPaths.expanded(arguments.strings("canals"))
    if let code = try runAsStream(arguments, paths, canals, console) { return code }
    let picture = try MapPicture(arguments)
    let (verdicts, baseline) = (try failing(arguments), try baseline(arguments))
    let judged =
      try sifted(arguments, paths, canals, console) ?? judged(arguments, paths, canals, console)
    let ranked = RankedReport(judged, failing: verdicts, baseline: baseline)
    let report = ranked.report
    let output = arguments.string("output", default: "-")
    let measured = arguments.has("measures") && report.isPlan ? try report.measured() : nil
    switch arguments.choice("format", default: Format.text) {
    case .text:
      var page = report.page(width: console.width)
      report.widths?.write(to: &page)
      measured?.write(to: &page)
      report.byProperty?.write(to: &page)
      let text = page.text
      try write(output, report, console) { sink in try sink.write(text) }
    case .json:
      var more: JSONObject = [:]
      if let groups = report.byProperty { more["by"] = groups.json }
      if let widths = report.widths { more["widths"] = widths.json }
      if let measured {
        more["measures"] = .object(measured.json)
        more["lights"] = .object(measured.lightsJSON)
      }
      try write(output, report, console) { sink in
        try ranked.writeJSON(adding: more) { try sink.write($0) }
      }
    case .geojson:
      try write(output, report, console) { sink in try report.writeFeatures { try sink.write($0) } }
    case .geojsonl:
      try write(output, report, console) { sink in
        try report.writeFeatures(as: .lines) { try sink.write($0) }
      }
    case .csv: try writeLines(output, report, console, ranked.writeCSV)
    case .sarif:
      try write(output, report, console) { sink in try ranked.writeSARIF { try sink.write($0) } }
    case .junit: try writeLines(output, report, console, ranked.writeJUnit)
    case .github: try writeLines(output, report, console, ranked.writeAnnotations)
    }
    if output != "-" || arguments.string("format", default: "text") != Format.text.rawValue {
      console.note(report.headline)
    }
    try picture?.write(.setbacks, of: report.intake, console: console)
    if let headline = ranked.headline { console.note(headline) }
    if report.summary.checked == 0 {
      warnOfNothing(console)
    }
    let isTaken = report.loss.map { !$0.plots.isEmpty } ?? false
    return ranked.fails || isTaken ? .findings : .done
  }

  static func warnOfNothing(_ console: Console) {
    console.warn(
      "there was nothing to judge: no plot, and no house (kind = house, or --kind KEY=VALUE:house)")
  }

  private static func judged(
    _ arguments: ParsedArguments, _ paths: [String], _ canals: [String], _ console: Console
  ) throws -> CheckReport {
    var options = try IntakeOptions(arguments)
    if !canals.isEmpty { options.judgeBuildings() }
    let accuracy = try arguments.metres("accuracy", in: 0...1000)
    var (name, strict) = try RuleBookOptions.names(arguments)
    let widths = try widths(arguments)
    let banks = LaterBanks(arguments)
    let survey = try files(paths, canals: canals, banks: banks, options: options)
    if let header = survey.lazy.compactMap(\.klong).first {
      let terms = PlanTerms(header: header)
      if !arguments.has("rules") {
        name = terms.book
        strict += terms.strict.filter { !strict.contains($0) }
      }
      options.canalWidthMetres = options.canalWidthMetres ?? terms.canalWidthMetres
    }
    let book = try RuleBook.chosen(name, lifting: strict)
    var intake = try Intake.read(survey, options: options, console: console)
    let before = intake.settlement.withoutBanks(of: banks)
    try intake.take(banks)
    return try console.progress("checking") { _ in
      var report = try CheckReport(
        intake, book: book, name: name, strict: strict, accuracyMetres: accuracy,
        listsAllCanals: arguments.has("all-canals"))
      report.reference = Set(canals)
      if !banks.isEmpty {
        report.loss = try BankLoss(intake, before: before, book: book, banks: banks)
        report.moves = try BankMove.all(intake, banks: banks, book: book)
      }
      if !widths.isEmpty {
        var settlement = intake.settlement
        if !report.isPlan { settlement.houses += intake.plan.buildings.map(House.init(built:)) }
        report.widths = WidthTable(of: settlement, widths: widths, checker: Checker(book: book))
      }
      report.byProperty = arguments.string("by").map { PropertySummary(report, by: $0) }
      try writeStrips(of: report, arguments, console)
      return report
    }
  }

  static func writeStrips(
    of report: CheckReport, _ arguments: ParsedArguments, _ console: Console
  ) throws {
    guard let strips = arguments.string("strips") else { return }
    try StripsFile.write(
      strips, of: report.intake, book: report.book, bookName: report.bookName, strict: report.strict,
      console: console)
  }

  /// Beside `--canals`, what the other files do not name is a building.
  private static func files(
    _ paths: [String], canals: [String], banks: LaterBanks, options: IntakeOptions
  ) throws(Refusal) -> [SourceFile] {
    guard !canals.isEmpty else { return try Intake.files(paths: paths + banks.paths, options: options) }
    let others = canals + banks.paths
    if let twice = others.first(where: paths.contains) ?? canals.first(where: banks.paths.contains) {
      throw Refusal(file: twice, problem: "given twice", remedy: "name each file once", code: .usage)
    }
    var own = options
    own.unmarkedRole = .house
    return try Intake.files(paths: paths, options: own) + CanalFiles.read(canals, options: options)
      + Intake.files(paths: banks.paths, options: options)
  }

  /// Lines are gathered, since a sink takes every piece to the file at once.
  private static func writeLines(
    _ path: String, _ report: CheckReport, _ console: Console,
    _ lines: ((String) throws -> Void) throws -> Void
  ) throws {
    try write(path, report, console) { sink in
      var pending = ""
      try lines { line in
        pending += line
        guard pending.utf8.count >= 64 << 10 else { return }
        try sink.write(pending)
        pending.removeAll(keepingCapacity: true)
      }
      try sink.write(pending)
    }
  }

  private static func write(
    _ path: String, _ report: CheckReport, _ console: Console, _ body: (OutputSink) throws -> Void
  ) throws {
    let inputs = report.intake.sources.map(\.identity)
    try OutputFile.write(path, console: console, protecting: inputs, body)
  }
}
