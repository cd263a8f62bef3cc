internal import GeoJSON
internal import Settlement

/// What was given more than once.
struct Duplicates {
  /// A feature that is drawn exactly like an earlier one of the same role.
  struct Pair {
    let first: FeatureReference
    let second: FeatureReference
    /// Whether all their properties are the same too.
    let hasSameProperties: Bool
  }

  private(set) var pairs: [Pair] = []
  /// Features whose `id` an earlier feature of the same file has.
  private(set) var identifiers: [Identifier] = []

  struct Identifier {
    let first: FeatureReference
    let second: FeatureReference
  }

  init(in intake: Intake) {
    var known: [Drawing: (FeatureReference, Feature)] = [:]
    for source in intake.sources {
      var identifiers: [FeatureID: FeatureReference] = [:]
      for (feature, original) in zip(source.features, source.collection.features) {
        if let id = original.id {
          if let first = identifiers[id] {
            self.identifiers.append(Identifier(first: first, second: feature.reference))
          } else {
            identifiers[id] = feature.reference
          }
        }
        guard let geometry = original.geometry, !geometry.isEmpty else { continue }
        let drawing = Drawing(geometry: geometry, role: feature.role)
        if let (first, other) = known[drawing] {
          let same = original.properties.object == other.properties.object
          pairs.append(Pair(first: first, second: feature.reference, hasSameProperties: same))
        } else {
          known[drawing] = (feature.reference, original)
        }
      }
    }
  }

  private struct Drawing: Hashable {
    let geometry: FeatureGeometry
    let role: Role?
  }
}
