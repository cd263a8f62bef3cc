internal import Cartography
internal import Glibc
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
    if maker.isSurvey {
      console.note("there is no plan in the file yet: the sheets show the houses and land of today")
    }
    let inputs = intake.sources.map(\.identity) + terms.inputs
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
          for page in pages { try write([page], page.name, to: batch) }
        } else {
          contents.append(("\(kind.rawValue).pdf", title, pages.count))
          try write(pages, kind.rawValue, to: batch)
        }
      }
    }
    guard !all.isEmpty else {
      throw Refusal(
        problem: "there is nothing to draw on the sheets that were asked for",
        remedy: "ask for others with --sheet, or give a plan that klong plan or klong allocate wrote")
    }
    if terms.isWholeSet { try write(maker.contents(contents), "contents", to: batch) }
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
    return terms.isLinted ? try lint(all) : .done
  }

  /// Lists what could not be read on paper.
  private func lint(_ pages: [SheetPage]) throws -> ExitCode {
    let findings = SheetLint.findings(on: pages)
    for finding in findings {
      let place = finding.page.isEmpty ? "" : "\(finding.page): "
      let figures =
        finding.measured.map {
          " \(fixed($0, decimals: 2))"
            + (finding.required.map { ", \(fixed($0, decimals: 2)) is needed" } ?? "")
        } ?? ""
      try console.write("\(place)\(finding.rule.rawValue): \(finding.subject)\(figures)\n")
    }
    console.note("lint: \(counted(pages.count, "page")) measured, \(counted(findings.count, "finding"))")
    return findings.isEmpty ? .done : .findings
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
    }
  }

  /// Whether `-o` names a folder.
  private var writesFolder: Bool {
    terms.output != "/dev/null"
      && (terms.isWholeSet || terms.format != .pdf || terms.sheets.count > 1 || terms.writesEach)
  }

  private func write(_ pages: [SheetPage], _ name: String, to batch: OutputBatch) throws {
    if writesFolder { try makeFolder() }
    guard terms.output != "/dev/null" else { return }
    switch terms.format {
    case .pdf:
      let bytes = try typesetter.pdf(pages, title: pages[0].title, reference: reference)
      try batch.write(writesFolder ? "\(terms.output)/\(name).pdf" : terms.output, isPrivate: terms.isPrivate)
      {
        try $0.write(bytes)
      }
    case .svg:
      for page in pages {
        let bytes = try typesetter.svg(page.drawing)
        try batch.write("\(terms.output)/\(page.name).svg", isPrivate: terms.isPrivate) {
          try $0.write(bytes)
        }
      }
    case .png:
      for page in pages {
        let bytes = try typesetter.png(page.drawing, dotsPerInch: terms.dotsPerInch)
        try batch.write("\(terms.output)/\(page.name).png", isPrivate: terms.isPrivate) {
          try $0.write(bytes)
        }
        try writePlace(of: page, to: batch)
      }
    }
  }

  /// How the working plane is found on the earth; nil where it has no name that viewers know.
  var reference: GeoReference? {
    guard let plane = intake.plane, let text = try? plane.system.esriText() else { return nil }
    return GeoReference(epsg: plane.system.epsgCode, text: text) { points in
      try plane.projection.geographicPoints(from: points)
    }
  }

  /// A world file and the plane's name beside a picture, for viewers that take no geospatial PDF.
  private func writePlace(of page: SheetPage, to batch: OutputBatch) throws {
    guard let world = WorldFile.text(page, dotsPerInch: terms.dotsPerInch), let system = reference?.text
    else { return }
    try batch.write("\(terms.output)/\(page.name).pgw") { try $0.write(world) }
    try batch.write("\(terms.output)/\(page.name).prj") { try $0.write(system + "\n") }
  }

  private func makeFolder() throws(Refusal) {
    do throws(SystemFailure) {
      _ = try SystemFailure.check("mkdir") { mkdir(terms.output, 0o700) }
    } catch {
      guard error.code != EEXIST else { return }
      throw Refusal(writing: terms.output, error)
    }
  }
}
