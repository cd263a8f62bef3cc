internal import Cartography
internal import CommandLineKit

/// What is to be drawn and how, as the command line says it.
struct MapTerms {
  /// Who may see a sheet; each shows what the one before shows, and more.
  enum Privacy: String, CaseIterable {
    /// Plots, ways and water.
    case `public`
    /// The numbers of today's houses too.
    case community
    /// Households too, which may be names of people.
    case household
  }

  var sheets: [SheetKind]
  var isWholeSet: Bool
  var output: String
  var format: SheetFormat
  var language: Language
  var usesThaiDigits: Bool
  var isColoured: Bool
  var privacy: Privacy
  var version: String
  var isAgreed: Bool
  var date: CalendarDay?
  var title: String?
  var dotsPerInch: Double
  var scale: Int?
  var paper: PaperSize?
  /// The paper that a wall plan is cut onto.
  var tile: PaperSize?
  /// Further plans to choose from.
  var options: [String]
  /// The earlier plan, for what changed.
  var before: String?
  var isLinted: Bool
  /// Whether every household sheet is a file of its own.
  var writesEach = false
  /// Whether households' own payments are printed.
  var writesMoney = false
  /// Names by code of household, out of a roster; empty without `--names`.
  var names: [String: String] = [:]
  var budget: BudgetPrint?
  /// Further files that were read, which no output may replace.
  var inputs: [FileIdentity?] = []
  /// Where the way back finds what it needs to know of the sheets.
  var sheetFile: String?
  /// What is asked of the sheets of a programme.
  var programme = ProgrammeSheetTerms()

  init(_ arguments: ParsedArguments) throws {
    isWholeSet = arguments.has("all")
    let named = arguments.strings("sheet").compactMap(SheetKind.init(rawValue:))
    guard !isWholeSet || named.isEmpty else {
      throw UsageError("--all and --sheet exclude each other", remedy: "leave one of them out")
    }
    sheets = isWholeSet ? SheetKind.ofPlan : named.isEmpty ? [.table] : named
    guard let output = arguments.string("output") ?? (arguments.has("lint") ? "/dev/null" : nil) else {
      throw UsageError("no place for the sheets is named", remedy: "name a file or a folder with -o")
    }
    self.output = output
    format = arguments.choice("format", default: .pdf)
    try Self.requireFit(output, format, arguments)
    language = try Self.language(arguments)
    usesThaiDigits = arguments.has("thai-digits")
    isColoured = arguments.string("style", default: "grey") == "colour"
    let named2: Privacy = arguments.choice("privacy", default: .community)
    privacy = arguments.has("names") ? .household : named2
    version = arguments.string("plan-version", default: "1")
    isAgreed = arguments.has("agreed")
    title = arguments.string("title")
    date = try arguments.string("date").map { text in
      guard let day = CalendarDay(text) else {
        throw arguments.error(
          in: "date", value: text, "is not a day", remedy: "write year, month and day, such as 2026-11-25")
      }
      return day
    }
    dotsPerInch = Double(try arguments.integer("dpi", default: 150, in: 20...1200))
    scale = try arguments.integer("scale", in: 100...100_000)
    before = arguments.string("before")
    isLinted = arguments.has("lint")
    sheetFile = arguments.string("sheet-file")
    tile = arguments.string("tile").flatMap(PaperSize.init(rawValue:))
    options = arguments.strings("option")
    guard options.count < 4 else {
      throw UsageError("a ballot has room for four plans", remedy: "give at most three --option")
    }
    guard isWholeSet || !sheets.contains(.ballot) || !options.isEmpty else {
      throw UsageError("a ballot needs two plans or more", remedy: "name the others with --option FILE")
    }
    guard isWholeSet || !sheets.contains(.change) || before != nil else {
      throw UsageError("what changed is told against an earlier plan", remedy: "name it with --before FILE")
    }
    paper = arguments.string("paper").flatMap(PaperSize.init(rawValue:))
    programme = ProgrammeSheetTerms(arguments)
    try requireProgrammeAlone()
    writesEach = arguments.has("each")
    try readPeople(arguments)
  }

  /// One sheet as it comes, for a look.
  init(sheet: SheetKind, output: String, format: SheetFormat) throws {
    (sheets, self.output, self.format) = ([sheet], output, format)
    language = try Language.builtIn("th")
    (isWholeSet, usesThaiDigits, isColoured, isAgreed, isLinted) = (false, false, false, false, false)
    (privacy, version, dotsPerInch, options) = (.community, "1", 150, [])
  }

  /// A PDF under the name of a picture, or a folder under that of a file, is what nobody meant.
  private static func requireFit(_ output: String, _ format: SheetFormat, _ arguments: ParsedArguments) throws
  {
    let ending = SheetFormat.allCases.first { output.lowercased().hasSuffix(".\($0.rawValue)") }
    guard let ending, ending != .pdf || format != .pdf else { return }
    throw arguments.error(
      in: "output", value: output,
      format == .pdf
        ? "names a picture, and sheets are written as PDF" : "names a file, and pictures get a folder",
      remedy: ending == .pdf
        ? "leave --format out for a PDF, or name a folder"
        : "add --format \(ending.rawValue) and name a folder, such as -o pictures, or end the name with .pdf")
  }

  private static func language(_ arguments: ParsedArguments) throws -> Language {
    guard let path = arguments.string("language-file") else {
      return try Language.builtIn(arguments.string("language", default: "th"))
    }
    let file = try InputFile.read(path, maximumBytes: 1 << 20, option: "--language-file")
    do {
      return try Language(parsing: file.bytes)
    } catch {
      throw Refusal(
        file: path, problem: "this is no language for sheets: \(error)",
        remedy:
          "start from \(Language.builtInCodes.map { "\($0).json" }.joined(separator: " or ")) in the folder Sources/Cartography/Languages"
      )
    }
  }
}
