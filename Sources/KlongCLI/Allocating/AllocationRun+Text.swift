internal import Cooperative

extension AllocationRun {
  /// What must be seen: first of all who has no plot.
  var warnings: [String] {
    var lines: [String] = []
    if !report.withoutPlot.isEmpty {
      let names = report.withoutPlot.map { question.households[$0].id }.joined(separator: ", ")
      lines.append("\(counted(report.withoutPlot.count, "household")) without a plot: \(names)")
    }
    if let most = request.mostMetres, let longest = report.mostMetres, longest > most {
      let least =
        allocation.leastMostMetres.map { "; \(fixed($0, decimals: 2)) m is the least for all" } ?? ""
      lines.append(
        "somebody moves \(fixed(longest, decimals: 1)) m, farther than \(fixed(most, decimals: 1)) m\(least)")
    }
    if request.needsAreHard, report.moves.contains(where: { !$0.unmet.isEmpty }) {
      lines.append("not every need can be met by the plots there are")
    }
    if !file.missing.isEmpty {
      lines.append(
        "\(counted(file.missing.count, "house")) of which no row of the roster tells; klong roster check lists them"
      )
    }
    return lines
  }

  /// How those were chosen who have no plot.
  var ruleForMissing: String? {
    if let draw = allocation.leftOutDraw {
      return "lots were drawn among the \(draw.households.count) households without a fixed plot for "
        + "\(draw.plots) plots: one lot for each, whatever its tenure, group, needs or money"
    }
    if request.method == .hand, !report.withoutPlot.isEmpty { return "the agreed list leaves them out" }
    return report.withoutPlot.isEmpty ? nil : "only plots that the roster forbids them were left"
  }

  var lines: [String] {
    var lines: [String] = []
    if let rule = ruleForMissing { lines.append(rule) }
    lines.append(
      "\(counted(report.seated, "household")) on \(counted(question.places.count, "plot")) by \(request.method.rawValue)"
    )
    if let mean = report.meanMetres, let most = report.mostMetres, let ninth = report.metres90 {
      lines.append(
        "moves: \(metres(mean)) on average, nine of ten within \(metres(ninth)), at most \(metres(most))")
    }
    if report.pairs > 0 {
      lines.append(
        "neighbours: \(percent(report.pairsWithin15, report.pairs)) of \(report.pairs) pairs stay within 15 m, "
          + "\(percent(report.pairsWithin8, report.pairs)) within 8 m")
    }
    if report.kinPairs > 0 {
      let within = ToldCounts.part(report.kinWithin15, of: report.kinPairs)
      lines.append("kin: \(SmallCount.told(within)) of \(SmallCount.text(report.kinPairs)) pairs within 15 m")
    }
    for need in report.needs where need.told.contains(where: { $0 != nil && $0 != 0 }) {
      let told = need.told.map(SmallCount.told)
      let unknown = need.unknown > 0 ? ", unknown \(told[2])" : ""
      lines.append("need \(need.need.rawValue): met \(told[0]), unmet \(told[1])\(unknown)")
    }
    // Which they are would tell that somebody has them.
    let untold = report.needs.count { !$0.told.contains { $0 != nil && $0 != 0 } }
    if untold > 0 { lines.append("\(counted(untold, "need")) not told, for small numbers") }
    if let area = report.areaGini {
      let frontage = report.frontageGini.map { ", of frontage \(fixed($0, decimals: 3))" } ?? ""
      lines.append(
        "plots: Gini of size \(fixed(area, decimals: 3))\(frontage); \(counted(report.corners, "corner")), "
          + "\(report.canalFronts) on the walkway")
    }
    lines.append("exchanges that would help one and hurt nobody: \(report.envySwaps.count)")
    if let worst = report.worstGroup {
      lines.append(
        "groups: \(report.groups.count); \(worst.name) moves farthest, \(metres(worst.meanMetres)) on average"
      )
    }
    if let phases {
      let (peak, sum) = phases.totals
      lines.append(
        "building in phases: at most \(peak) households wait at one time, \(sum) household-phases in all")
    }
    return lines
  }

  private func metres(_ metres: Double) -> String { "\(fixed(metres, decimals: 1)) m" }

  private func percent(_ part: Int, _ whole: Int) -> String {
    "\(fixed(100 * Double(part) / Double(max(1, whole)), decimals: 1)) %"
  }
}
