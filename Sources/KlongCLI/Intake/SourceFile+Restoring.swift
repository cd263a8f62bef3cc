internal import GeoJSON
internal import Geometry
internal import JSON

extension SourceFile {
  /// Gives the shapes that a tool rounded and nobody moved their own corners again: what klong made keeps them itself,
  /// what was given has them in a feature that klong made.
  mutating func restoreCorners(_ degrees: inout FileDegrees) {
    for feature in features where feature.role.map(EarlierLayout.isMadeRole) ?? false {
      guard let print = text(PlanFeatures.printName, of: feature) else { continue }
      _ = restore(feature, from: ShapePrint.digits(in: print), &degrees)
    }
    let remembered = features.compactMap { text(PlanFeatures.givenName, of: $0) }.first
    guard let remembered, features.contains(where: { restored[$0.reference.index] != nil }) else { return }
    let entries = remembered.split(separator: Self.givenSeparator, omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    let alike = Dictionary(grouping: entries.indices) { entries[$0].map(\.utf8.count) }
    var last = -1
    var astray: [(feature: SourceFeature, entries: [Int])] = []
    for (place, feature) in givenFeatures.enumerated() {
      // An editor may have left features out, turned their order round or sorted them.
      let near = [place, last + 1, last - 1].filter(entries.indices.contains)
      if let found = near.first(where: { restore(feature, from: entries[$0], &degrees) }) {
        last = found
      } else if let geometry = collection.features[feature.reference.index].geometry {
        let words = CornerDigits.text(of: geometry).split(separator: " ")
        astray.append((feature, alike[words.map(\.utf8.count)] ?? []))
      }
    }
    var tries = Self.mostTries
    // Land and banks first: few have as many corners as they.
    for (feature, alike) in astray.sorted(by: { $0.entries.count < $1.entries.count }) where tries > 0 {
      tries -= alike.count
      _ = alike.first { restore(feature, from: entries[$0], &degrees) }
    }
  }

  /// So often shapes in another order are compared; a choice of ours that keeps large files quick.
  private static let mostTries = 100_000
  /// Between the digits of two given features.
  static let givenSeparator: Character = ";"

  /// What klong did not make, of those that it reads.
  var givenFeatures: [SourceFeature] {
    features.filter {
      $0.role != nil && collection.features.indices.contains($0.reference.index)
        && text(PlanFeatures.printName, of: $0) == nil
    }
  }

  private func text(_ name: String, of feature: SourceFeature) -> String? {
    let index = feature.reference.index
    guard collection.features.indices.contains(index) else { return nil }
    return PropertyReader(collection.features[index].properties.object).text(name)
  }

  /// Whether the corners had been rounded and are its own again.
  private mutating func restore(
    _ feature: SourceFeature, from words: [Substring], _ degrees: inout FileDegrees
  ) -> Bool {
    let index = feature.reference.index
    guard let geometry = collection.features[index].geometry,
      let own = CornerDigits.restored(geometry, from: words)
    else { return false }
    restored[index] = own
    degrees.replace(placesOf: index, with: own)
    return true
  }

  /// What was restored, in a line for people; nil where nothing was.
  var restoredText: String? {
    guard !restored.isEmpty else { return nil }
    return "\(counted(restored.count, "shape")) of the plan had been rounded by another program; "
      + "their corners are taken from \(PlanFeatures.printName) and \(PlanFeatures.givenName), where klong keeps them"
  }
}

extension Intake {
  func noteRestoredCorners(to console: Console) {
    for source in sources {
      if let text = source.restoredText { console.note("\(source.path): \(text)") }
    }
  }
}
