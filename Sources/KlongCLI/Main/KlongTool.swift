public import CommandLineKit

/// The table of the whole tool.
public enum KlongTool {
  public static let version = "0.1.0"

  public static let spec = ToolSpec(
    name: "klong", version: version,
    summary: "plans the upgrading of settlements along canals",
    discussion: """
      Give it a settlement as GeoJSON. It lays out plots, lanes and a walkway behind the bank line, says how near \
      that is to the most that is possible, and checks every plan against the rules of canals and plots, each with \
      its clause.

      "-" as a file name is standard input or standard output. Data goes to standard output, talk to standard error.

      A file is written whole or not at all: first beside its target, then in its place. It keeps the mode of the \
      file it replaces; a new one can be read by its owner only (0600), as it may tell of households. \
      Standard output cannot be written that way. An input is never overwritten.
      """,
    commands: commands.map { $0.spec },
    globalOptions: [
      OptionSpec("quiet", short: "q", help: "say nothing but warnings and errors"),
      OptionSpec("json-errors", help: "write each error as a JSON object on a line of its own"),
    ],
    exitStatuses: ExitCode.allCases.map { ExitStatusSpec($0.rawValue, $0.meaning) })
}
