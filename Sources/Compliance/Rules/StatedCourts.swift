/// The courts that the plan was asked for are there, each with a cluster of plots that front on it.
///
/// A wish, so what lacks is told as a recommendation. As ways, courts keep all that binds lanes.
enum StatedCourts: LayoutRule {
  private static let rule = RuleCitation(
    id: "court", title: "The courts that were asked for are there", clause: "what the plan was asked for",
    level: .norm)
  /// Clusters of South African re-blocking (facts/layout.md §4.3).
  private static let cluster = 8...10

  static func findings(on ground: Ground) -> [Finding] {
    guard let first = ground.plots.first, let wanted = ground.statement?.courts, wanted > 0 else { return [] }
    let courts = ground.ways.indices.filter { court in
      ground.ways[court].isCourt
        && cluster.contains(ground.contacts.count { $0.contains { $0.way == court } })
    }
    guard courts.count < wanted else { return [] }
    return [
      Finding(
        feature: first.plot.reference, subject: "the plan", rule: rule, verdict: .norm,
        measured: Double(courts.count), required: Double(wanted), unit: .count, place: nil,
        message: "\(courts.count) courts with 8 to 10 plots are drawn; \(wanted) were asked for.",
        remedy: "make room for them, or ask for fewer")
    ]
  }
}
