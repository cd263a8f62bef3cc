internal import CommandLineKit
internal import Cooperative
internal import Glibc
internal import Settlement

/// One run of klong programme: the projects and what was asked of them.
struct ProgrammeRun {
  let list: ProgrammeList
  private(set) var projects: [ProjectFigures] = []
  /// Files of the folder that hold no plan.
  private(set) var passedOver: [String] = []
  private(set) var total = ProgrammeTally()
  let costs: CostBook
  let keys: [ProgrammeEntry.Key]
  let sheet: Bool
  /// Projects whose figures stay unsaid.
  let unsaid: Set<String>
  let inputs: [FileIdentity?]

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    let options = try IntakeOptions(arguments)
    guard let path = arguments.positionals.first else {
      throw UsageError("there is no folder and no list", remedy: "write klong programme FOLDER")
    }
    let bookFile = try CostBookFile(arguments.string("costs", default: CostBook.standardName))
    costs = try bookFile.book()
    let banks = try arguments.strings("bank").map { try SourceFile(path: $0, options: options) }
    list = try ProgrammeList(path, options: options)
    let reader = ProjectReader(
      options: options, bookName: arguments.string("rules"), strict: try arguments.list("strict"),
      costs: costs,
      otherCosts: try costs.changed(arguments), banks: banks)
    let wanted = ProgrammeEntry.Key.allCases.compactMap { key -> (ProgrammeEntry.Key, String)? in
      guard key == .landowner || key == .network else { return nil }
      return arguments.string(key.rawValue).map { (key, $0) }
    }
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let threads = try arguments.integer("threads", in: 1...64) ?? min(cores, 64)
    var (next, found, sums) = (0, [ProjectFigures](), ProgrammeTally())
    var (passed, read) = ([ProjectFigures](), 0)
    let entries = list.entries
    let pipeline = OrderedPipeline<ProgrammeEntry, ProjectFigures>(
      next: {
        guard next < entries.count else { return nil }
        defer { next += 1 }
        return entries[next]
      },
      put: { figures in
        guard !figures.isPassedOver else { return passed.append(figures) }
        read += 1
        // A project that cannot be read is never left out: nobody knows whose it is.
        guard !figures.problems.isEmpty || wanted.allSatisfy({ figures[$0.0] == $0.1 }) else { return }
        found.append(figures)
        sums.add(figures)
      })
    try console.progress("reading projects") { _ in
      try pipeline.run(Array(repeating: { reader.figures($0) }, count: threads))
    }
    guard read > 0 else { throw ProgrammeList.nothing(in: path) }
    (projects, total, passedOver) = (found, sums, passed.compactMap(\.entry.plan))
    keys = try arguments.list("by").map { name in
      guard let key = ProgrammeEntry.Key(rawValue: name) else {
        throw arguments.error(
          in: "by", value: name, "nothing that projects have",
          remedy: "known are \(ProgrammeEntry.Key.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return key
    }
    sheet = arguments.has("sheet")
    unsaid = ProgrammeGroups.unsaid(found.map { ($0.entry.project, $0.families ?? 0) })
    inputs = list.inputs + (found + passed).flatMap(\.inputs) + banks.map(\.identity) + [bookFile.identity]
  }

  var problems: [Refusal] { projects.flatMap(\.problems) }

  var code: ExitCode {
    if let first = problems.first { return first.code }
    return total.gap > 0 || total.breaches > 0 || (total.plotsTaken ?? 0) > 0 ? .findings : .done
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
