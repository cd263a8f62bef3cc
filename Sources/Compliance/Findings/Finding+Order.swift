internal import Geometry
internal import Settlement

extension Finding {
  /// The order of a report: file, feature, rule, place; nothing in it depends on how the check was run.
  static func stands(_ a: Finding, before b: Finding) -> Bool {
    if a.feature.file != b.feature.file { return (a.feature.file ?? "") < (b.feature.file ?? "") }
    if a.feature.index != b.feature.index { return a.feature.index < b.feature.index }
    if a.rule.id != b.rule.id { return a.rule.id < b.rule.id }
    if a.place != b.place { return key(a.place) < key(b.place) }
    if a.subject != b.subject { return a.subject < b.subject }
    return a.message < b.message
  }

  private static func key(_ place: Point?) -> (Double, Double) {
    place.map { ($0.x, $0.y) } ?? (-.infinity, -.infinity)
  }
}
