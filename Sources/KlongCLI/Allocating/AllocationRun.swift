internal import CommandLineKit
internal import Cooperative
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Settlement

/// One run of klong allocate: what was given, and what came of it.
struct AllocationRun {
  let intake: Intake
  let plots: [Plot]
  let file: RosterFile
  let question: AllocationQuestion
  let request: AllocationRequest
  let draw: Draw
  let allocation: Allocation
  let report: AllocationReport
  let phases: PhaseWaits?
  private let arguments: ParsedArguments
  private let console: Console
  private let secret: String?
  /// For each household of the question its house's place in the settlement.
  let houseOf: [Int]

  /// - Parameter recorded: what holds where the options do not say it; nil where they say all.
  init(_ arguments: ParsedArguments, _ console: Console, recorded: RecordedRequest? = nil) throws {
    (self.arguments, self.console) = (arguments, console)
    request = try AllocationRequest(arguments, recorded: recorded)
    guard let path = arguments.string("households") else {
      throw UsageError("--households is missing", remedy: "name the roster; \"klong roster new\" starts one")
    }
    let options = try IntakeOptions(arguments)
    intake = try Intake.read(paths: arguments.positionals, options: options, console: console)
    let layout = try CheckedFiles(intake).layout
    plots = layout.plan.plots
    guard !plots.isEmpty else {
      throw Refusal(
        file: arguments.positionals.first, problem: "there is no plot in it",
        remedy: "give a plan, such as klong plan writes")
    }
    var file = try RosterFile(path, options: options)
    let houses = intake.settlement.houses
    let located = file.roster.locate(in: houses, plots: plots)
    try file.requireSound()
    self.file = file
    var living: [(household: Household, house: Int)] = []
    for (household, house) in zip(file.roster.households, located) {
      if let house, household.needsPlot, !houses[house].isLocked { living.append((household, house)) }
    }
    // A list in another order is the same list.
    living.sort { $0.household.id.utf8.lexicographicallyPrecedes($1.household.id.utf8) }
    houseOf = living.map(\.house)
    question = AllocationQuestion(
      households: living.map(\.household),
      homes: living.map { houses[$0.house].shape.bounds.centre ?? Point(x: 0, y: 0) },
      places: PlotPlace.all(plots, ways: layout.plan.lanes, settlement: intake.settlement))
    try Self.requireSeatable(question)
    var request = request
    if let list = arguments.string("agreed") {
      request.agreed = try Self.agreed(list, question, options)
    }
    secret = try arguments.string("secret").map { path in
      let text = String(decoding: try InputFile.read(path, maximumBytes: 1 << 20).bytes, as: UTF8.self)
      return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    if let recorded, !["seed", "secret", "commit"].contains(where: arguments.has) {
      draw = Draw(
        number: recorded.number, secret: recorded.secret, commitment: recorded.commitment,
        digest: SHA256.hexadecimal(ofText:))
    } else {
      draw = try Self.draw(arguments, secret, roster: file.digest, plan: intake.planDigest, request.method)
    }
    let (asked, drawn, sought) = (question, draw, request)
    allocation = console.progress("seating households") { _ in Allocation(asked, sought, draw: drawn) }
    report = AllocationReport(question, allocation, needMetres: request.needMetres)
    phases = PhaseWaits(
      self.intake, plots: plots, seats: allocation.seats.map { $0.map { asked.places[$0].index } },
      houses: houseOf)
  }

  /// What binds the organisers; only asked for where a secret is given and nothing was drawn yet.
  var commitmentToPublish: String? {
    guard let secret, !arguments.has("commit") else { return nil }
    return Draw.commitment(
      roster: file.digest, plan: intake.planDigest, method: request.method.rawValue, secret: secret,
      digest: SHA256.hexadecimal(ofText:))
  }

  /// Memory and time grow with the square of it: 7,000 households take 400 MB and half a minute.
  private static let mostSeats = 8000

  private static func requireSeatable(_ question: AllocationQuestion) throws(Refusal) {
    let most = max(question.households.count, question.places.count)
    guard most > mostSeats else { return }
    throw Refusal(
      problem: "\(grouped(Double(most))) households or plots are too many to be seated at once",
      remedy: "give parts of the settlement with at most \(grouped(Double(mostSeats))) one after the other",
      code: .limit)
  }

  private static func agreed(
    _ path: String, _ question: AllocationQuestion, _ options: IntakeOptions
  ) throws -> [(household: Int, place: Int)] {
    let bytes = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
      .bytes
    let list = HandList(csv: bytes, for: question)
    guard list.faults.isEmpty else {
      throw RefusalList(refusals: list.faults.map { Refusal($0, in: path) })
    }
    return list.seats
  }

  private static func draw(
    _ arguments: ParsedArguments, _ secret: String?, roster: String, plan: String,
    _ method: AllocationRequest.Method
  ) throws -> Draw {
    let number = String(try arguments.integer("seed", default: 1, in: 0...Int.max))
    let commitment = arguments.string("commit")
    if let commitment {
      guard let secret else {
        throw UsageError(
          "--commit without --secret", remedy: "give the secret that the commitment was made with")
      }
      guard arguments.has("seed") else {
        throw UsageError("--commit without --seed", remedy: "give the number that was drawn in the hall")
      }
      let found = Draw.commitment(
        roster: roster, plan: plan, method: method.rawValue, secret: secret,
        digest: SHA256.hexadecimal(ofText:))
      guard found == commitment.lowercased() else {
        throw Refusal(
          problem: "roster, plan, method and secret do not give this commitment",
          remedy: "take the files, the method and the secret of which the commitment was published")
      }
    }
    return Draw(
      number: number, secret: secret, commitment: commitment?.lowercased(),
      digest: SHA256.hexadecimal(ofText:))
  }

  func write() throws -> ExitCode {
    let names = arguments.has("names")
    let inputs = intake.sources.map(\.identity) + [file.identity]
    let batch = OutputBatch(console: console, protecting: inputs)
    if let output = arguments.string("output") {
      try batch.write(output, isPrivate: names) { try writePlan(to: $0, names: names) }
    }
    if let output = arguments.string("record") {
      try batch.write(output) { try $0.write(AllocationRecord(self).bytes) }
    }
    if let output = arguments.string("list") {
      try batch.write(output, isPrivate: names) { try $0.write(table(names: names)) }
    }
    try batch.commit()
    say()
    for option in ["output", "record", "list"] {
      if let path = arguments.string(option), path != "-" { console.note("written to \(path)") }
    }
    return isClean ? .done : .findings
  }

  /// Whether nobody was failed.
  private var isClean: Bool {
    let tooFar = request.mostMetres.map { (report.mostMetres ?? 0) > $0 } ?? false
    let unmet = request.needsAreHard && report.moves.contains { !$0.unmet.isEmpty }
    return report.withoutPlot.isEmpty && !tooFar && !unmet
  }

  private func say() {
    for line in warnings { console.warn(line) }
    for line in lines { console.note(line) }
  }
}

extension AllocationRequest {
  init(_ arguments: ParsedArguments) throws(UsageError) {
    self.init(method: arguments.choice("method", default: .nearby))
    needsAreHard = arguments.string("needs", default: "weighted") == "hard"
    needMetres = try arguments.metres("need-weight", default: 30, in: 0...10_000)
    mostMetres = try arguments.metres("max-move", in: 0...100_000)
    groupSize = try arguments.integer("group-size", default: 6, in: 2...12)
    completes = arguments.has("complete")
    let isHand = method == .hand
    if isHand, !arguments.has("agreed") {
      throw UsageError("hand needs a list", remedy: "name the table of household and plot with --agreed")
    }
    let strays = isHand ? [] : ["agreed", "complete"]
    for option in strays where arguments.has(option) {
      throw UsageError("--\(option) goes with --method hand", remedy: "add --method hand, or leave it out")
    }
    if method != .nearby, !(isHand && completes) {
      for option in ["needs", "need-weight", "max-move"] where arguments.has(option) {
        throw UsageError(
          "--\(option) does not bear on \(method.rawValue)", remedy: "use --method nearby, or leave it out")
      }
    }
    if method != .groupBallot, arguments.has("group-size") {
      throw UsageError("--group-size goes with --method group-ballot", remedy: "add it, or leave this out")
    }
  }
}

extension Intake {
  /// One digest for all files of the plan.
  var planDigest: String {
    sources.count == 1
      ? sources[0].digest : SHA256.hexadecimal(ofText: sources.map(\.digest).joined(separator: "\n"))
  }
}

extension SHA256 {
  static func hexadecimal(ofText text: String) -> String { hexadecimal(of: Array(text.utf8)) }
}
