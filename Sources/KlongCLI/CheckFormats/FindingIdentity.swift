internal import Compliance
internal import GeoJSON
internal import Settlement

/// Names by which findings are known again in a later check, however the features are ordered.
///
/// File name, rule, the feature's id (without one, or where two have it, its positions to a centimetre), and what
/// the finding is about. Where that is still the same for two, they are counted in the order of the report.
struct FindingIdentities {
  private(set) var all: [String] = []

  init(_ findings: [Finding], in intake: Intake) {
    var keys = FeatureKeys(intake)
    var seen: [String: Int] = [:]
    for finding in findings {
      var words = [finding.rule.id, keys.key(of: finding.feature)]
      if finding.other != nil || finding.canal != nil {
        words.append(finding.canal ?? finding.other.map { keys.key(of: $0) } ?? "")
      }
      let text = words.joined(separator: "\u{1F}")
      let name = String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(32))
      let number = seen[name, default: 0] + 1
      seen[name] = number
      all.append(number == 1 ? name : "\(name)-\(number)")
    }
  }
}

/// What tells features apart without their order.
private struct FeatureKeys {
  private let intake: Intake
  private let sources: [String: Int]
  /// Ids that stand for one feature of their file alone.
  private var uniqueIDs: [Int: Set<String>] = [:]

  init(_ intake: Intake) {
    self.intake = intake
    sources = Dictionary(
      intake.sources.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func key(of reference: FeatureReference) -> String {
    guard let number = reference.file.flatMap({ sources[$0] }),
      intake.sources[number].collection.features.indices.contains(reference.index)
    else { return "" }
    let source = intake.sources[number]
    let file = source.path.split(separator: "/").last.map(String.init) ?? ""
    if let id = reference.id, ids(of: number).contains(id), !isRepeated(id, in: source) {
      return "\(file)\u{1F}id\u{1F}\(id)"
    }
    var text = ""
    source.collection.features[reference.index].geometry?.forEachPosition { position in
      text += "\(fixed(position.x, decimals: 7)) \(fixed(position.y, decimals: 7)),"
      return true
    }
    return "\(file)\u{1F}at\u{1F}\(text)"
  }

  private func isRepeated(_ id: String, in source: SourceFile) -> Bool {
    source.whole?.repeatedIDs.contains(FeatureIDHash(of: id)) ?? false
  }

  private mutating func ids(of number: Int) -> Set<String> {
    if let known = uniqueIDs[number] { return known }
    var counts: [String: Int] = [:]
    for feature in intake.sources[number].collection.features {
      if let id = feature.id?.text { counts[id, default: 0] += 1 }
    }
    let unique = Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
    uniqueIDs[number] = unique
    return unique
  }
}
