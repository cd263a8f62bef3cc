internal import CommandLineKit
internal import Cooperative
internal import Glibc

/// What is asked of a programme, besides its projects.
struct ProgrammeTerms {
  /// Nil where each plan is judged by the book it was made with.
  var bookName: String?
  var strict: [String] = []
  var costs: CostBook
  /// The cost book with the subsidies asked about; nil where nobody asked.
  var otherCosts: CostBook?
  /// Files of later bank lines.
  var banks: [SourceFile] = []
  /// Only projects with these.
  var wanted: [(key: ProgrammeEntry.Key, name: String)] = []
  var keys: [ProgrammeEntry.Key] = []
  var isSheet = false
  var threads = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 64)
  /// Further files that were read, which no output may replace.
  var inputs: [FileIdentity?] = []

  /// As a sheet shows them.
  init(_ sheet: ProgrammeSheetTerms) throws {
    let bookFile = try CostBookFile(sheet.costs ?? CostBook.standardName)
    costs = try bookFile.book()
    wanted = [(ProgrammeEntry.Key.landowner, sheet.landowner), (.network, sheet.network)].compactMap {
      key, name in
      name.map { (key, $0) }
    }
    inputs = [bookFile.identity]
  }

  init(_ arguments: ParsedArguments, _ options: IntakeOptions) throws {
    let bookFile = try CostBookFile(arguments.string("costs", default: CostBook.standardName))
    costs = try bookFile.book()
    otherCosts = try costs.changed(arguments)
    banks = try arguments.strings("bank").map { try SourceFile(path: $0, options: options) }
    (bookName, strict) = (arguments.string("rules"), try arguments.list("strict"))
    wanted = [ProgrammeEntry.Key.landowner, .network].compactMap { key in
      arguments.string(key.rawValue).map { (key, $0) }
    }
    threads = try arguments.integer("threads", in: 1...64) ?? threads
    keys = try arguments.list("by").map { name in
      guard let key = ProgrammeEntry.Key(rawValue: name) else {
        throw arguments.error(
          in: "by", value: name, "nothing that projects have",
          remedy: "known are \(ProgrammeEntry.Key.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return key
    }
    isSheet = arguments.has("sheet")
    inputs = banks.map(\.identity) + [bookFile.identity]
  }
}

extension CostBook {
  /// With the subsidies of `--subsidy ID=AMOUNT`; nil where there are none.
  fileprivate func changed(_ arguments: ParsedArguments) throws(UsageError) -> CostBook? {
    let texts = arguments.strings("subsidy")
    guard !texts.isEmpty else { return nil }
    var book = self
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let amount = Money(typed: parts[1]), amount >= .zero else {
        throw arguments.error(
          in: "subsidy", value: text, "not a subsidy", remedy: "write ID=AMOUNT, such as housing=35000")
      }
      guard let place = book.subsidies.firstIndex(where: { $0.id == parts[0] }) else {
        throw arguments.error(
          in: "subsidy", value: text, "the cost book has no such subsidy",
          remedy: "known are \(subsidies.map(\.id).joined(separator: ", "))")
      }
      book.subsidies[place].perHousehold = amount
    }
    return book
  }
}
