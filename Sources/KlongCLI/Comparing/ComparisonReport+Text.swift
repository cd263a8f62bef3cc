internal import Compliance
internal import JSON
internal import Planning
internal import Settlement

extension ComparisonReport {
  /// The report for people: the files side by side, then what each later one changes, for whom, and which rules.
  func text(width: Int) -> String {
    var page = Page(width: width)
    page.title("Compared")
    for (index, file) in files.enumerated() { page.line("\(index + 1)  \(file.name): \(file.headline)") }
    // Re-blockings have no plots to measure: what they do to homes is told below.
    let measured = files.enumerated().compactMap { index, file in
      file.layout.flatMap { $0.isReblocked ? nil : (String(index + 1), $0.measures) }
    }
    if measured.count > 1 {
      page.title("What residents feel")
      page.table(MeasureTable(rows: measured).lines)
      differences(measured, in: &page)
    }
    let upgrades = files.map(UpgradeFigures.init)
    if upgrades.contains(where: { $0?.isReblocked ?? false }) {
      page.title("Who stays where they are")
      for (index, upgrade) in upgrades.enumerated() {
        if let upgrade { page.line("\(index + 1)  \(upgrade.text)") }
      }
    }
    for (index, comparison) in comparisons.enumerated() {
      changes(comparison, "1 to \(index + 2)", in: &page)
    }
    return page.text
  }

  /// Measures that are not alike in all files.
  private func differences(_ measured: [(String, LayoutMeasures)], in page: inout Page) {
    page.title("Measures that differ")
    let before = page.lines.count
    for definition in MeasureDefinition.all {
      let values = measured.map { name, measures in
        (name, measures.values.first { $0.definition.id == definition.id })
      }
      guard Set(values.map { $0.1?.value }).count > 1 else { continue }
      let texts = values.map { name, measured in
        let light = measured.flatMap { $0.light == .none ? nil : " \($0.light.rawValue)" } ?? ""
        return "\(name) \(measured?.text ?? "not known")\(light)"
      }
      let better = definition.better == .neither ? "" : " (\(definition.better.rawValue) is better)"
      page.line("\(definition.name): \(texts.joined(separator: "; "))\(better)")
    }
    if page.lines.count == before { page.line("none") }
  }

  private func changes(_ comparison: FileComparison, _ title: String, in page: inout Page) {
    if let layouts = comparison.layouts {
      let counts = PlotChange.Kind.allCases.map { ($0, layouts.count($0)) }.filter { $0.1 > 0 }
        .map { "\($0.1) \($0.0.words)" }
      if !layouts.plots.isEmpty {
        page.title(
          "\(title), plots: " + (["\(layouts.unchanged) as they were"] + counts).joined(separator: ", "))
      }
      for kind in PlotChange.Kind.allCases {
        let own = layouts.plots.filter { $0.kinds.contains(kind) }
        list(own, kind, in: &page)
      }
      parcels(comparison, title, in: &page)
      people(layouts, title, in: &page)
    }
    rules(comparison, title, in: &page)
  }

  private func list(_ changes: [PlotChange], _ kind: PlotChange.Kind, in page: inout Page) {
    guard !changes.isEmpty else { return }
    let shown = changes.prefix(Self.mostPlots).map { $0.text(kind, namesPeople: namesPeople) }
    let rest = changes.count - shown.count
    let more = rest > 0 ? "; and \(grouped(Double(rest))) more" : ""
    page.line("\(kind.words): \(shown.joined(separator: "; "))\(more)")
  }

  /// Plots of one kind that are named; --format json lists all.
  private static let mostPlots = 20

  private func parcels(_ comparison: FileComparison, _ title: String, in page: inout Page) {
    guard !comparison.parcels.isEmpty else { return }
    let changed = comparison.parcels.filter(\.isChanged).enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
    page.title(
      "\(title), for whom: \(counted(changed.count, "parcel")) of \(comparison.parcels.count) differently")
    for sum in ParcelChange.sums(changed) { page.line(sum) }
    for parcel in changed.prefix(Self.mostPlots) { page.line(parcel.text) }
    let rest = changed.count - Self.mostPlots
    if rest > 0 { page.line("and \(grouped(Double(rest))) more; --format json lists them") }
  }

  private func people(_ layouts: LayoutComparison, _ title: String, in page: inout Page) {
    guard !layouts.houses.isEmpty else { return }
    let changed = layouts.houses.filter(\.isChanged).enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }.map(\.element)
    page.title(
      "\(title), for whom: \(counted(changed.count, "house")) of \(layouts.houses.count) differently")
    for house in changed.prefix(Page.mostEntries) { page.line(house.text) }
    let rest = changed.count - Page.mostEntries
    if rest > 0 { page.line("and \(grouped(Double(rest))) more; --format json lists them") }
  }

  private func rules(_ comparison: FileComparison, _ title: String, in page: inout Page) {
    let (new, gone) = (comparison.newFindings, comparison.goneFindings)
    page.title(
      new.isEmpty && gone.isEmpty
        ? "\(title), rules: nothing new, nothing gone"
        : "\(title), rules: \(new.count) new, \(gone.count) gone")
    for (name, findings) in [("new", new), ("gone", gone)] {
      for finding in findings.prefix(Page.mostEntries) {
        page.line("\(name): \(finding["title"]?.string ?? "-"): \(finding["message"]?.string ?? "-")")
      }
      let rest = findings.count - Page.mostEntries
      if rest > 0 { page.line("and \(grouped(Double(rest))) more \(name); --format json lists them") }
    }
  }
}

extension ComparedFile {
  fileprivate var headline: String {
    let broken = breaches == 0 ? "no rule is broken" : counted(breaches, "breach", plural: "breaches")
    guard let layout else { return "result of a check, \(broken)" }
    let letter = layout.header?["option"]?["letter"]?.string.map { "option \($0), " } ?? ""
    let missing =
      layout.missing.flatMap { $0 > 0 ? ", \(counted($0, "household")) without a plot" : nil } ?? ""
    if layout.isReblocked {
      return "\(counted(layout.settlement.parcels.count, "parcel")) re-blocked, \(broken)"
    }
    return "\(letter)\(counted(layout.plan.plots.count, "plot")), \(broken)\(missing)"
  }
}

extension PlotChange.Kind {
  fileprivate var words: String { self == .household ? "with another household" : rawValue }
}

extension PlotChange {
  fileprivate func text(_ kind: Kind, namesPeople: Bool) -> String {
    switch kind {
    case .moved: "\(label) by \(fixed(movedMetres ?? 0, decimals: 1)) m"
    case .resized:
      "\(label) from \(fixed(before?.areaInSquareMetres ?? 0, decimals: 1)) to "
        + "\(fixed(after?.areaInSquareMetres ?? 0, decimals: 1)) m2"
    case .household where namesPeople:
      "\(label) from \(before?.household ?? "nobody") to \(after?.household ?? "nobody")"
    default: label
    }
  }
}

extension HouseChange {
  /// Who may no longer stay first, then who has farther to go.
  fileprivate var weight: Double {
    if before.stays != after.stays { return after.stays ? -1e6 : -1e7 }
    return (before.metres ?? 0) - (after.metres ?? 0)
  }

  fileprivate var text: String {
    let name = house.houseNumber ?? house.reference.id ?? "#\(house.reference.index)"
    return "house \(name): \(before.text), now \(after.text)"
  }
}

extension HouseChange.Prospect {
  fileprivate var text: String {
    if stays { return "stays" }
    guard let nearestPlot, let metres else { return "no plot" }
    return "nearest plot \(nearestPlot.label) in \(fixed(metres, decimals: 1)) m"
  }
}
