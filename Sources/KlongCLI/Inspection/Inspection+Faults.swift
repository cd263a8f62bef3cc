internal import Geometry
internal import Settlement

extension Inspection {
  /// The name of a feature, with as much of its file's name as tells the files apart.
  func name(_ reference: FeatureReference) -> String {
    var reference = reference
    reference.file = reference.file.flatMap { shortNames[$0] }
    return reference.description
  }

  func describeFaults(in report: inout Page, repairs: [Repair], isRepaired: Bool) {
    let mended = Dictionary(repairs.map { ($0.feature, $0) }) { first, _ in first }
    report.list("Invalid areas", invalid, showsAll: isRepaired) { feature in
      let repair = mended[feature.reference].map { "; \($0.text)" } ?? ""
      return describe(feature) + repair
    }
    if !invalid.isEmpty, !isRepaired {
      report.line("to repair them: klong inspect FILE --repair -o REPAIRED.geojson")
    }
    report.list("Features that cannot be used", unusable) { describe($0) }
    report.list("Features without a place", features(of: .nowhere)) { name($0.reference) }
    report.list("Features too far from the settlement", features(of: .farAway)) { name($0.reference) }
    report.list("Canals without a width", canalsWithoutWidth) { name($0) }
  }

  func describeDoubles(in report: inout Page) {
    report.list("Ids that an earlier feature has", duplicates.identifiers) {
      "\(name($0.second)), as \(name($0.first))"
    }
    report.list("Features drawn twice", duplicates.pairs) {
      "\(name($0.second)) is drawn as \(name($0.first))\($0.hasSameProperties ? ", with the same properties" : "")"
    }
    report.list("Overlaps of more than \(fixed(Overlaps.leastSquareMetres, decimals: 1)) m²", overlaps.pairs)
    {
      let place = $0.place.map { ", at \($0.text)" } ?? ""
      return "\(name($0.first)) and \(name($0.second)) share "
        + "\(grouped($0.areaSquareMetres, decimals: 2)) m²\(place)"
    }
    if !overlaps.isComplete {
      report.title("Not all pairs were compared for overlaps: they are too many, or their outlines too long.")
    }
    report.list("Slivers (under 1 m², or on average thinner than 10 cm)", slivers) {
      "\(name($0.feature)): \(fixed($0.areaSquareMetres, decimals: 4)) m², "
        + "\(fixed($0.widthMetres, decimals: 2)) m wide"
    }
  }

  private func describe(_ feature: SourceFeature) -> String {
    guard let problem = feature.problem else { return name(feature.reference) }
    let place = problem.place.map { ", at \($0.text)" } ?? ""
    return "\(name(feature.reference)): \(problem.text)\(place)"
  }

  /// A placement that carries nothing.
  enum Missing { case nowhere, farAway }

  func features(of missing: Missing) -> [SourceFeature] {
    intake.sources.filter { $0.problem == nil }.flatMap(\.features).filter { feature in
      switch (feature.placement, missing) {
      case (.nowhere, .nowhere), (.farAway, .farAway): true
      default: false
      }
    }
  }

  var invalid: [SourceFeature] {
    features.filter { if case .invalid = $0.placement { true } else { false } }
  }

  var unusable: [SourceFeature] {
    features.filter { if case .unusable = $0.placement { true } else { false } }
  }
}
