import Cartography
import SyntheticSettlements

/// The A3 set of a made plan, drawn, measured and written as PDF: the linter may find nothing.
struct DrawingSheets: Benchmark {
  static let name = "sheets"

  var sizes = [300, 7_000]

  func run() throws -> [Row] {
    try sizes.map { plots in
      let made = try SyntheticPlan.made(plots: plots)
      let language = try Language.builtIn("th")
      let subject = MapSubject(
        settlement: made.settlement, plan: made.plan, title: "", digest: "0123456789", systemName: "",
        gridScale: 1,
        convergence: 0, version: "1", isAgreed: false, date: nil)
      PeakMemory.reset()
      let (answer, seconds) = try Stopwatch.time {
        let typesetter = try Typesetter(family: language.font)
        let maker = SheetMaker(subject, style: MapStyle(language: language), typesetter: typesetter)
        let pages = try maker.table() + maker.overview()
        return (pages, try typesetter.pdf(pages, title: "", reference: nil).count)
      }
      let findings = SheetLint.findings(on: answer.0)
      try expect(findings.count, toBe: 0, of: "findings of the linter, the first \(findings.prefix(1))")
      return Row(
        name: Self.name, amount: "\(plots) plots, A3 set, \(answer.1 / 1000) kB", seconds: seconds,
        rate: "\(answer.0.count) pages")
    }
  }
}
