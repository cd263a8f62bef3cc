internal import Cartography
internal import CommandLineKit

/// Of which projects the sheets of a programme are, and by which cost book grants are reckoned.
struct ProgrammeSheetTerms {
  var landowner: String?
  var network: String?
  /// Nil for the one that klong programme takes.
  var costs: String?

  static let table: [OptionSpec] = [
    OptionSpec("landowner", value: "NAME", help: "sheets of a programme: only on this landowner's land"),
    OptionSpec("network", value: "NAME", help: "sheets of a programme: only of this network"),
    OptionSpec(
      "costs", value: "BOOK",
      help: "sheets of a programme: the cost book for grants, as klong programme has it"),
  ]

  init() {}

  init(_ arguments: ParsedArguments) {
    landowner = arguments.string("landowner")
    network = arguments.string("network")
    costs = arguments.string("costs")
  }

  /// The options that were used.
  var options: [String] {
    [("--landowner", landowner), ("--network", network), ("--costs", costs)].filter { $0.1 != nil }.map(\.0)
  }
}

extension MapTerms {
  /// The sheets of a programme have no plan, so they stand with none of the others.
  func requireProgrammeAlone() throws(UsageError) {
    let ofProgramme = isWholeSet ? [] : sheets.filter(\.isOfProgramme)
    guard let first = ofProgramme.first else {
      guard let option = programme.options.first else { return }
      throw UsageError(
        "\(option) is of the sheets of a programme",
        remedy: "draw --sheet programme or landowner, or leave it out")
    }
    guard sheets.allSatisfy({ $0 == first }) else {
      throw UsageError(
        "the sheet \(first.rawValue) is of many projects, and drawn alone",
        remedy: "draw --sheet \(first.rawValue) by itself")
    }
    guard sheetFile == nil else {
      throw UsageError(
        "the sheet \(first.rawValue) has no map and no marks to read back", remedy: "leave out --sheet-file")
    }
    guard paper.map({ $0 == .a3 || $0 == .a4 }) ?? true else {
      throw UsageError(
        "the sheet \(first.rawValue) is made for a3 and a4", remedy: "write --paper a3, or leave it out")
    }
  }
}
