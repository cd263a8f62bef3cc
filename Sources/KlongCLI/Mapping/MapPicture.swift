internal import Cartography
internal import CommandLineKit

/// One look at what another command made, without a second command: `--picture`.
struct MapPicture {
  let path: String
  let format: SheetFormat

  static let option = OptionSpec(
    "picture", value: "FILE", help: "also draw it: a .svg, .png or .pdf by its name")

  /// Nil where none is asked for.
  ///
  /// - Throws: `UsageError` for a name that says no format.
  init?(_ arguments: ParsedArguments) throws(UsageError) {
    guard let path = arguments.string("picture") else { return nil }
    guard let format = SheetFormat.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") })
    else {
      throw arguments.error(
        in: "picture", value: path, "says no format", remedy: "end the name with .svg, .png or .pdf")
    }
    (self.path, self.format) = (path, format)
  }

  /// Draws one page: the whole plan, or how it stands to the water.
  func write(_ kind: SheetKind, of intake: Intake, console: Console) throws {
    let run = try MapRun(
      MapTerms(sheet: kind, output: path, format: format), intake: intake, options: [], console: console)
    guard let page = try run.pages(of: kind).first else {
      return console.warn("there is nothing to draw in the picture")
    }
    let bytes =
      switch format {
      case .pdf: try run.typesetter.pdf([page], title: page.title, reference: run.reference)
      case .svg: try run.typesetter.svg(page.drawing)
      case .png: try run.typesetter.png(page.drawing, dotsPerInch: run.terms.dotsPerInch)
      }
    try OutputFile.write(path, console: console, protecting: intake.sources.map(\.identity)) {
      try $0.write(bytes)
    }
    console.note("drawn in \(path)")
  }
}
