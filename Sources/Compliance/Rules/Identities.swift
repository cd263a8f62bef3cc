internal import GEOS
internal import Geometry

/// Every plot can be told from the others by its id, and id and number name the same plot.
enum Identities: LayoutRule {
  private static let unique = RuleCitation.layout("id", "No two plots have the same id")
  private static let swapped = RuleCitation.layout("id-number", "Id and number name the same plot")
  private static let count = RuleCitation.claim("plot-count", "There are as many plots as the plan claims")

  static func findings(on ground: Ground) -> [Finding] {
    duplicates(ground) + exchanged(ground) + lost(ground)
  }

  private static func duplicates(_ ground: Ground) -> [Finding] {
    var first: [String: CheckedPlot] = [:]
    return ground.plots.compactMap { plot in
      guard let id = plot.plot.id else { return nil }
      guard let other = first[id] else {
        first[id] = plot
        return nil
      }
      return Finding(
        plot, unique, place: plot.centre, other: other.plot.reference,
        message: "the id of \(plot.name) is the id of another plot too.", remedy: "give one of them a new id")
    }
  }

  /// Where nearly all ids end in the plot's number, the few that do not were exchanged.
  ///
  /// Not where people kept plots: who numbers a plot anew leaves its id as it is.
  private static func exchanged(_ ground: Ground) -> [Finding] {
    guard ground.statement?.numbersRunOn ?? true else { return [] }
    let pairs = ground.plots.compactMap { plot -> (plot: CheckedPlot, agrees: Bool)? in
      guard let number = plot.plot.number, let id = plot.plot.id, let last = id.trailingNumber else {
        return nil
      }
      return (plot, last == number)
    }
    let odd = pairs.filter { !$0.agrees }
    guard !odd.isEmpty, odd.count * 10 <= pairs.count else { return [] }
    return odd.map {
      Finding(
        $0.plot, swapped, place: $0.plot.centre,
        message:
          "the id of \($0.plot.name) ends in another number than its own, unlike the other plots of this plan.",
        remedy: "see whether two plots have exchanged ids or numbers")
    }
  }

  private static func lost(_ ground: Ground) -> [Finding] {
    guard let claim = ground.statement?.plots, claim != ground.layout.plan.plots.count else { return [] }
    let drawn = ground.layout.plan.plots.count
    return [
      Finding(
        feature: ground.plots.first?.plot.reference ?? .init(), subject: "the plan", rule: count,
        verdict: .breach, measured: Double(drawn), required: Double(claim), unit: .count,
        place: ground.plots.first?.centre,
        message: "the plan claims \(claim) plots and draws \(drawn).",
        remedy: "see whether plots were lost or added after the plan was made")
    ]
  }
}

extension String {
  /// The number at the end: 12 of `p12`.
  fileprivate var trailingNumber: Int? {
    Int(String(reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
  }
}
