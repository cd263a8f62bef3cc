internal import Compliance
internal import Geometry
internal import JSON
internal import Regulations
internal import Settlement

/// What a check of files found, with the files and the rules behind it.
struct CheckReport {
  let intake: Intake
  let book: RuleBook
  /// The name by which the book was chosen.
  let bookName: String
  let strict: [String]
  var report: Report
  /// Buildings that are ok and were judged in passing, by their places in the whole files.
  var passed: [FeatureReference] = []
  /// Whether the files hold plots, and not buildings alone.
  let isPlan: Bool
  /// Whether the files hold lanes that klong reblock put between parcels.
  let isReblocking: Bool
  /// What a reader must know before the findings.
  let notes: [String]
  /// What people did to the features of a plan that klong made.
  let edits: [FeatureReference: HandEdit]
  /// What the later bank lines take; nil where none was given.
  var loss: BankLoss?
  /// What changes for the houses from each of several later lines to the next.
  var moves: [BankMove] = []
  /// How many houses the canals would affect at other widths; nil where nobody asked.
  var widths: WidthTable?
  /// How the buildings stand by a property of theirs; nil where nobody asked.
  var byProperty: PropertySummary?
  /// Files that are only judged by, and not written back.
  var reference: Set<String> = []

  var summary: Report.Summary { report.summary }

  /// Reads nothing more: judges what the files hold.
  ///
  /// - Throws: `GEOSError` when a deadline passes.
  init(
    _ intake: Intake, book: RuleBook, name: String, strict: [String], accuracyMetres: Double? = nil,
    listsAllCanals: Bool = false
  ) throws {
    self.intake = intake
    self.book = book
    bookName = name
    self.strict = strict
    let subject = try CheckedFiles(intake)
    isPlan = !subject.layout.plan.plots.isEmpty
    notes = subject.notes + book.notes(on: intake.settlement.canals)
    edits = subject.edits
    let known = max(accuracyMetres ?? 0, intake.accuracyMetres())
    var checker = Checker(
      book: book, canalWidthMetres: nil, accuracyMetres: known > 0 ? known : nil)
    checker.listsAllCanals = listsAllCanals
    let statement = isPlan ? nil : ReblockingStatement(intake)
    isReblocking = statement != nil
    var report = try checker.check(subject.layout)
    if let statement {
      let check = try ReblockedCheck(subject.layout.settlement, statement, checker: checker) {
        intake.isNew($0)
      }
      report = report.adding(check.findings, checked: subject.layout.settlement.parcels.count)
    }
    self.report = report
  }
}

/// The layout that files hold, as the checker takes it.
struct CheckedFiles {
  let layout: CheckedLayout
  let notes: [String]
  /// What people did to the features of a plan that klong made.
  let edits: [FeatureReference: HandEdit]

  init(_ intake: Intake) throws {
    var plan = intake.plan
    var notes: [String] = []
    let earlier = try EarlierLayout(intake)
    if !earlier.isEmpty, !earlier.clearedLanes.isEmpty {
      plan.lanes.removeAll { earlier.clearedLanes.contains($0.reference) }
      notes.append(
        "\(counted(earlier.clearedLanes.count, "lane")) of today without locked = true: cleared away by the plan"
      )
    }
    if earlier.changed > 0 {
      notes.append("\(counted(earlier.changed, "feature")) of the plan changed by hand since it was made")
    }
    let edits = earlier.isEmpty ? [:] : earlier.edits
    self.edits = edits
    // Lines of an older plan are drawings; setbacks are measured anew.
    let statement = intake.klong.map { header in
      var statement = PlanTerms(header: header).statement(
        plots: header["measures"]?["plots"]?.int,
        siteSquareMetres: intake.settlement.site.reduce(0) { $0 + $1.areaInSquareMetres })
      // Plots that stay keep their numbers, whatever is laid out beside them.
      statement.numbersRunOn = (header["kept_plots"]?.int ?? 0) == 0 && edits.isEmpty
      return statement
    }
    layout = CheckedLayout(settlement: intake.settlement, plan: plan, statement: statement)
    self.notes = notes
  }
}
