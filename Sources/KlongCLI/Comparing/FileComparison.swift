internal import Compliance
internal import JSON
internal import Planning

/// What a later file has otherwise than the first one.
struct FileComparison {
  let before: ComparedFile
  let after: ComparedFile
  /// Nil where one of them is no plan.
  let layouts: LayoutComparison?
  /// What differs for today's parcels; none where neither file is a re-blocking.
  let parcels: [ParcelChange]
  let newFindings: [JSONObject]
  let goneFindings: [JSONObject]

  init(_ before: ComparedFile, _ after: ComparedFile) throws {
    (self.before, self.after) = (before, after)
    if let old = before.layout, let new = after.layout {
      guard old.intake.plane?.system.name == new.intake.plane?.system.name else {
        throw Refusal(
          file: after.path, problem: "it lies on another plane than \(before.path)",
          remedy: "compare plans of one place, or name one plane for both with --crs")
      }
      layouts = try LayoutComparison(from: (old.settlement, old.plan), to: (new.settlement, new.plan))
      parcels = try ParcelChange.all(old, new)
    } else {
      (layouts, parcels) = (nil, [])
    }
    // A plot that was renumbered brings its findings with it.
    let names = Dictionary(
      layouts?.plots.compactMap { change in
        change.before?.id.flatMap { before in change.after?.id.map { (before, $0) } }
      } ?? []
    ) { first, _ in first }
    let old = before.findings.map { $0.key { names[$0] ?? $0 } }
    let new = after.findings.map { $0.key { $0 } }
    let (oldKeys, newKeys) = (Set(old), Set(new))
    newFindings = zip(after.findings, new).filter { !oldKeys.contains($0.1) }.map(\.0)
    goneFindings = zip(before.findings, old).filter { !newKeys.contains($0.1) }.map(\.0)
  }

  /// Whether the later one breaks a rule that the first one keeps, or leaves more people without a plot.
  var isWorse: Bool {
    let breaks = newFindings.contains { $0["verdict"]?.string == Verdict.breach.rawValue }
    let missing = (before.layout?.missing ?? 0, after.layout?.missing ?? 0)
    return breaks || missing.1 > missing.0
  }
}

extension JSONObject {
  /// What makes a finding the same one in two files: rule, verdict, and the feature by its id, else by its place.
  fileprivate func key(_ renamed: (String) -> String) -> String {
    let id = self["id"]?.string.map(renamed) ?? self["feature"]?.int.map { "#\($0)" } ?? ""
    return [self["rule"]?.string ?? "", self["verdict"]?.string ?? "", id].joined(separator: "\u{1F}")
  }
}
