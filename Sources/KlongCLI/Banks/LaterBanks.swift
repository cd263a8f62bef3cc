internal import CommandLineKit
internal import Settlement

/// Bank lines that came after a plan or a survey: files of `--bank`.
struct LaterBanks {
  let paths: [String]

  static let table: [OptionSpec] = [
    OptionSpec(
      "bank", value: "FILE", repeatable: true,
      help:
        "a later bank line, in place of the older ones of its canal; given more than once, the stricter line "
        + "counts at every place")
  ]

  init(_ arguments: ParsedArguments) { paths = arguments.strings("bank") }

  init(paths: [String]) { self.paths = paths }

  var isEmpty: Bool { paths.isEmpty }
}

extension Intake {
  /// Puts the lines of `--bank` in the place of the older ones.
  ///
  /// - Throws: `Refusal` for a file without a bank line.
  mutating func take(_ banks: LaterBanks) throws(Refusal) {
    guard !banks.isEmpty else { return }
    let later = settlement.banks.filter { banks.paths.contains($0.reference.file ?? "") }
    for path in banks.paths where !later.contains(where: { $0.reference.file == path }) {
      throw Refusal(
        file: path, problem: "it holds no bank line",
        remedy: "give a file with a LineString of kind = bank, or name the role with --kind")
    }
    let older = settlement.banks.filter { bank in
      !banks.paths.contains(bank.reference.file ?? "")
        && later.contains { $0.canal == nil || bank.canal == nil || $0.canal == bank.canal }
    }
    let gone = Set(older.map(\.reference))
    settlement.banks.removeAll { gone.contains($0.reference) }
    setAside.formUnion(gone)
    replacedBanks = older
  }

  /// Reads files for work, the later bank lines among them.
  static func read(
    paths: [String], banks: LaterBanks, options: IntakeOptions, console: Console
  ) throws -> Intake {
    var intake = try read(paths: paths + banks.paths, options: options, console: console)
    try intake.take(banks)
    return intake
  }
}

extension Settlement {
  /// As it was before these lines were known.
  func withoutBanks(of later: LaterBanks) -> Settlement {
    var before = self
    before.banks.removeAll { later.paths.contains($0.reference.file ?? "") }
    return before
  }
}
