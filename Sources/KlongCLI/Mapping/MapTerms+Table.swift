internal import Cartography
internal import CommandLineKit

extension MapTerms {
  static let table: [OptionSpec] =
    [
      OptionSpec(
        "sheet", value: "SHEET", default: "table", allowed: SheetKind.allCases.map(\.rawValue),
        repeatable: true,
        help: "which sheets; may be given more than once"),
      OptionSpec("all", help: "every sheet that the plan has something for, into the folder of -o"),
      OptionSpec(
        "output", short: "o", value: "FILE|FOLDER",
        help: "the PDF; a folder, which is made where it is missing, for --all and for pictures"),
      OptionSpec(
        "format", value: "FORMAT", default: "pdf", allowed: SheetFormat.allCases.map(\.rawValue),
        help: "pdf for paper; svg or png for reports, a file a page"),
      OptionSpec("dpi", value: "N", default: "150", help: "dots an inch of a png"),
      OptionSpec(
        "paper", value: "SIZE", allowed: PaperSize.allCases.map(\.rawValue),
        help: "another size of paper for the map sheets"),
      OptionSpec(
        "tile", value: "SIZE", allowed: ["a3", "a4"],
        help: "cut the wall plan onto this paper, with crop marks and flaps to glue"),
      OptionSpec(
        "option", value: "FILE", repeatable: true,
        help: "another plan for the ballot, beside the first; up to three"),
      OptionSpec("before", value: "FILE", help: "the earlier plan, for the sheet of what changed"),
      OptionSpec("scale", value: "N", help: "another scale for the map sheets, from 100: 250 is 1:250"),
      OptionSpec(
        "lint", help: "measure what was drawn, and list what could not be read; exit code 1 when there is any"
      ),
      OptionSpec(
        "sheet-file", value: "FILE",
        help:
          "where tags, plots and boxes of the sheets lie in millimetres, for reading marks back; --all writes it too"
      ),
      OptionSpec(
        "language", value: "CODE", default: "th", allowed: Language.builtInCodes,
        help: "the language of the words"),
      OptionSpec("language-file", value: "FILE", help: "a table of words for another language"),
      OptionSpec("thai-digits", help: "digits as in ๑๒๓"),
      OptionSpec(
        "style", value: "STYLE", default: "grey", allowed: ["grey", "colour"],
        help: "grey leaves colour to people's pens and survives a photocopier"),
      OptionSpec(
        "privacy", value: "LEVEL", default: "community", allowed: Privacy.allCases.map(\.rawValue),
        help: "public shows no house numbers"),
      OptionSpec("names", help: "print the households of plots too: the same as --privacy household"),
      OptionSpec("households", value: "FILE", help: "the roster, whose names are printed with --names"),
      OptionSpec(
        "budget", value: "FILE", help: "what klong budget --format json wrote, for the sheet of what it costs"
      ),
      OptionSpec("money", help: "print on each household sheet what the household pays a month"),
      OptionSpec("each", help: "every household sheet, or every landowner's, in a file of its own"),
      OptionSpec("plan-version", value: "TEXT", default: "1", help: "what people call this version"),
      OptionSpec(
        "date", value: "DATE", help: "its day, such as 2026-11-25; without it there is room to write it"),
      OptionSpec("agreed", help: "print \"agreed\" instead of \"draft\""),
      OptionSpec("title", value: "TEXT", help: "the name over the sheets; without it the canal's"),
    ] + ProgrammeSheetTerms.table
}
