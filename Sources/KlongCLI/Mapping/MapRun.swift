internal import Cartography
internal import JSON

/// One run of `klong map`: reads, draws, writes.
struct MapRun {
  let terms: MapTerms
  let console: Console
  let intake: Intake
  let subject: MapSubject
  let typesetter: Typesetter
  let maker: SheetMaker
  /// The plan and those beside it, for a ballot.
  let options: [MapSubject]

  init(_ terms: MapTerms, files: [String], options: IntakeOptions, console: Console) throws {
    let intake = try Intake.read(paths: files, options: options, console: console)
    let others = try terms.options.map { path in
      try MapSubject(Intake.read(paths: [path], options: options, console: console), terms: terms)
    }
    try self.init(terms, intake: intake, options: others, console: console)
  }

  /// - Parameter options: the plans beside the first, for a ballot.
  init(_ terms: MapTerms, intake: Intake, options: [MapSubject], console: Console) throws {
    (self.terms, self.console, self.intake) = (terms, console, intake)
    subject = try MapSubject(intake, terms: terms)
    self.options = [subject] + options
    typesetter = try Typesetter(family: terms.language.font)
    let style = MapStyle(
      language: terms.language, usesThaiDigits: terms.usesThaiDigits, isColoured: terms.isColoured)
    maker = SheetMaker(subject, style: style, typesetter: typesetter)
    guard !maker.isEmpty else {
      throw Refusal(
        file: intake.sources.count == 1 ? intake.sources[0].path : nil,
        problem: "there is nothing to draw: no plot, no house, no parcel and no land",
        remedy: "give a plan, or a settlement with kind = site, house or parcel")
    }
  }

  func run() throws -> ExitCode {
    if maker.isSurvey, !subject.isReblocking {
      console.note("there is no plan in the file yet: the sheets show the houses and land of today")
    }
    let inputs = intake.sources.map(\.identity) + terms.inputs
    let writer = SheetWriter(terms: terms, typesetter: typesetter, reference: reference)
    let batch = OutputBatch(console: console, protecting: inputs)
    var all: [SheetPage] = []
    var contents: [(file: String, title: String, pages: Int)] = []
    try console.progress("drawing", of: terms.sheets.count) { progress in
      for kind in terms.sheets {
        let pages = try pages(of: kind)
        progress.advance()
        guard !pages.isEmpty else {
          if !terms.isWholeSet { console.warn("the file has nothing for the sheet \(kind.rawValue)") }
          continue
        }
        all += pages
        let title = maker.title(ofSheet: kind.rawValue)
        if kind == .household, terms.writesEach {
          contents.append(("household-1.pdf …", title, pages.count))
          for page in pages { try writer.write([page], page.name, to: batch) }
        } else {
          contents.append(("\(kind.rawValue).pdf", title, pages.count))
          try writer.write(pages, kind.rawValue, to: batch)
        }
      }
    }
    guard !all.isEmpty else {
      throw Refusal(
        problem: "there is nothing to draw on the sheets that were asked for",
        remedy: "ask for others with --sheet, or give a plan that klong plan or klong allocate wrote")
    }
    if terms.isWholeSet { try writer.write(maker.contents(contents), "contents", to: batch) }
    if let path = terms.sheetFile ?? (terms.isWholeSet ? "\(terms.output)/sheets.json" : nil) {
      let file = SheetFile.json(all, subject: subject, system: intake.plane?.system.name ?? "")
      try batch.write(path) {
        try $0.write(JSONValue.object(file).serialized(pretty: true) + Array("\n".utf8))
      }
    }
    try batch.commit()
    if terms.output != "/dev/null" {
      console.note("\(counted(all.count, "page")) written to \(terms.output)")
    }
    guard terms.isLinted else { return .done }
    return try SheetWriter.lint(all, console) ? .done : .findings
  }

  func pages(of kind: SheetKind) throws -> [SheetPage] {
    let isPlan = !maker.isSurvey
    switch kind {
    case .overview: return try maker.overview(paper: terms.paper ?? .a3, scale: terms.scale)
    case .table: return try maker.table(paper: terms.paper ?? .a3, scale: terms.scale ?? 250)
    case .wall:
      let pages = maker.wall(paper: terms.paper ?? .a1, scale: terms.scale ?? 200)
      return terms.tile.map { paper in pages.flatMap { maker.tiled($0, onto: paper) } } ?? pages
    case .household: return isPlan ? try maker.household() : []
    case .members: return maker.members()
    case .budget: return terms.budget.map { maker.budget($0.figures) } ?? []
    case .ballot: return options.count > 1 ? maker.ballot(options) : []
    case .signoff: return isPlan ? maker.signoff() : []
    case .objection: return maker.objection()
    case .change: return try changePages()
    case .setbacks: return try setbackPages()
    case .programme, .landowner: return []
    }
  }

  /// How the working plane is found on the earth; nil where it has no name that viewers know.
  var reference: GeoReference? {
    guard let plane = intake.plane, let text = try? plane.system.esriText() else { return nil }
    return GeoReference(epsg: plane.system.epsgCode, text: text) { points in
      try plane.projection.geographicPoints(from: points)
    }
  }
}
