internal import GeoJSON
internal import Geometry
internal import JSON

extension SourceFile {
  /// Gives the shapes that klong made, and that a tool rounded, their own corners again.
  mutating func restoreCorners(_ degrees: inout FileDegrees) {
    for feature in features where feature.role.map(EarlierLayout.isMadeRole) ?? false {
      let index = feature.reference.index
      guard collection.features.indices.contains(index) else { continue }
      let original = collection.features[index]
      guard let geometry = original.geometry,
        let print = PropertyReader(original.properties.object).text(PlanFeatures.printName),
        let own = CornerDigits.restored(geometry, from: ShapePrint.digits(in: print))
      else { continue }
      restored[index] = own
      degrees.replace(placesOf: index, with: own)
    }
  }

  /// What was restored, in a line for people; nil where nothing was.
  var restoredText: String? {
    guard !restored.isEmpty else { return nil }
    return "\(counted(restored.count, "shape")) of the plan had been rounded by another program; "
      + "their corners are taken from the property \(PlanFeatures.printName), where klong keeps them"
  }
}

extension Intake {
  func noteRestoredCorners(to console: Console) {
    for source in sources {
      if let text = source.restoredText { console.note("\(source.path): \(text)") }
    }
  }
}
