internal import Cartography
internal import Glibc

/// Writes pages as files of the format asked for, and says what could not be read on them.
struct SheetWriter {
  let terms: MapTerms
  let typesetter: Typesetter
  /// Nil where pages show no place.
  let reference: GeoReference?

  /// Whether `-o` names a folder.
  private var writesFolder: Bool {
    terms.output != "/dev/null"
      && (terms.isWholeSet || terms.format != .pdf || terms.sheets.count > 1 || terms.writesEach)
  }

  func write(_ pages: [SheetPage], _ name: String, to batch: OutputBatch) throws {
    if writesFolder { try makeFolder() }
    guard terms.output != "/dev/null", let first = pages.first else { return }
    switch terms.format {
    case .pdf:
      let bytes = try typesetter.pdf(pages, title: first.title, reference: reference)
      let path = writesFolder ? "\(terms.output)/\(name).pdf" : terms.output
      try batch.write(path, isPrivate: terms.isPrivate) { try $0.write(bytes) }
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

  /// Lists what could not be read on paper; false where there is anything.
  static func lint(_ pages: [SheetPage], _ console: Console) throws -> Bool {
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
    return findings.isEmpty
  }
}
