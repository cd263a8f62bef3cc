internal import CommandLineKit
internal import Cooperative
internal import Settlement

/// One run over a programme: the projects and what was asked of them.
struct ProgrammeRun {
  let list: ProgrammeList
  let projects: [ProjectFigures]
  /// Files of the folder that hold no plan.
  private(set) var passedOver: [String] = []
  /// Files that are counted with what was made from them.
  let joined: [ProjectSteps.Joined]
  let total: ProgrammeTally
  let notes: [String]
  let costs: CostBook
  let keys: [ProgrammeEntry.Key]
  let sheet: Bool
  /// Whose figures may be told.
  let told: ToldProjects
  let inputs: [FileIdentity?]

  init(_ path: String, _ terms: ProgrammeTerms, _ options: IntakeOptions, _ console: Console) throws {
    (costs, keys, sheet) = (terms.costs, terms.keys, terms.isSheet)
    list = try ProgrammeList(path, options: options)
    let reader = ProjectReader(
      options: options, bookName: terms.bookName, strict: terms.strict, costs: terms.costs,
      otherCosts: terms.otherCosts, banks: terms.banks)
    var (next, read, passed) = (0, [ProjectFigures](), [ProjectFigures]())
    let entries = list.entries
    let pipeline = OrderedPipeline<ProgrammeEntry, ProjectFigures>(
      next: {
        guard next < entries.count else { return nil }
        defer { next += 1 }
        return entries[next]
      },
      put: { figures in
        if figures.isPassedOver { passed.append(figures) } else { read.append(figures) }
      })
    try console.progress("reading projects") { _ in
      try pipeline.run(Array(repeating: { reader.figures($0) }, count: terms.threads))
    }
    guard !read.isEmpty else { throw ProgrammeList.nothing(in: path) }
    let steps = ProjectSteps(read)
    var all = steps.projects
    for place in all.indices { all[place].number = place }
    // A project that cannot be read is never left out: nobody knows whose it is.
    let asked = all.filter { figures in
      !figures.problems.isEmpty || terms.wanted.allSatisfy { figures[$0.key] == $0.name }
    }
    guard !asked.isEmpty else { throw Self.noneOf(terms.wanted, all, path) }
    let told = ToldProjects(all, asked: asked.map(\.number))
    (projects, self.told, total) = (asked, told, ProgrammeTally(asked, told))
    (joined, notes) = (steps.joined, list.notes + steps.notes)
    passedOver = passed.compactMap(\.entry.plan)
    inputs = list.inputs + (read + passed).flatMap(\.inputs) + terms.inputs
  }

  /// The refusal of a landowner or network that no project states, which names those that are there.
  private static func noneOf(
    _ wanted: [(key: ProgrammeEntry.Key, name: String)], _ all: [ProjectFigures], _ path: String
  ) -> Refusal {
    let words = wanted.map { "\($0.key.rawValue) \(printable($0.name))" }.joined(separator: " and ")
    let known = wanted.map { key, _ in
      let names = Set(all.map { $0[key] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let shown = names.prefix(mostNames).map { printable($0) } + (names.count > mostNames ? ["…"] : [])
      return "\(key.rawValue): \(shown.joined(separator: ", "))"
    }
    return Refusal(
      file: path, problem: "no project in it is of \(words)",
      remedy: "take one that is there; \(known.joined(separator: "; "))", code: .usage)
  }

  private static let mostNames = 12

  /// Whether the sum over all may be told.
  var tellsTotal: Bool { told.tells(projects) }

  var problems: [Refusal] { projects.flatMap(\.problems) }

  var code: ExitCode {
    if let first = problems.first { return first.code }
    return total.gap > 0 || total.breaches > 0 || (total.plotsTaken ?? 0) > 0 ? .findings : .done
  }

  /// Says what could not be read, and which files are no project of their own.
  func tellFiles(_ console: Console) {
    for problem in problems { console.warn(problem.text.replacing("\n", with: " ")) }
    for file in passedOver { console.note("\(file): not a plan, passed over") }
    for step in joined { console.note("\(step.source): counted with \(step.result), which was made from it") }
  }
}
