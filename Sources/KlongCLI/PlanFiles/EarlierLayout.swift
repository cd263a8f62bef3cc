internal import GeoJSON
internal import Geometry
internal import JSON
internal import Settlement

/// The features of a file that an earlier run of klong made, told apart from what people drew or changed.
struct EarlierLayout {
  /// Made by klong and as it was: a new plan lays it out anew.
  private(set) var untouched: Set<FeatureReference> = []
  /// Made by klong and since moved or reshaped by a person: it stays.
  private(set) var edited: [FeatureReference] = []
  /// Lanes without klong's mark: today's paths that the plan cleared away.
  private(set) var clearedLanes: Set<FeatureReference> = []
  /// Lanes without klong's mark that were not there when the plan was made.
  private var drawnLanes: Set<FeatureReference> = []

  init(_ intake: Intake) throws {
    let cleared = intake.sources.lazy.compactMap(\.klong).first.flatMap { $0["cleared_lanes"]?.array }
    let clearedPrints = cleared?.compactMap { $0.string.flatMap(ShapePrint.init) } ?? []
    for source in intake.sources {
      let found = source.features.filter { $0.role.map(Self.isMadeRole) ?? false && $0.shape != nil }
      let prints = try intake.prints(of: found.compactMap(\.shape))
      for (feature, print) in zip(found, prints) {
        note(feature, print, in: source, clearedPrints: cleared == nil ? nil : clearedPrints)
      }
    }
  }

  private static func isMadeRole(_ role: Role) -> Bool {
    [.plot, .building, .lane, .walkway, .shared, .setback, .finding].contains(role)
  }

  /// - Parameter clearedPrints: nil where the file does not say which lanes were cleared.
  private mutating func note(
    _ feature: SourceFeature, _ print: ShapePrint?, in source: SourceFile, clearedPrints: [ShapePrint]?
  ) {
    let properties = source.collection.features[feature.reference.index].properties
    if let text = properties[PlanFeatures.printName]?.string {
      if let print, let before = ShapePrint(text), !before.means(print) {
        edited.append(feature.reference)
      } else {
        untouched.insert(feature.reference)
      }
    } else if feature.role == .lane, let print {
      // A file that lost its header, as after QGIS's "Save As", cannot tell: an unlocked lane is today's path.
      if clearedPrints?.contains(where: { $0.means(print) }) ?? true {
        clearedLanes.insert(feature.reference)
      } else {
        drawnLanes.insert(feature.reference)
      }
    }
  }

  /// Whether a person drew or changed this feature of a plan.
  func isDrawnByHand(_ reference: FeatureReference) -> Bool {
    !isEmpty && (drawnLanes.contains(reference) || edited.contains(reference))
  }

  /// Whether the file holds nothing that klong made.
  var isEmpty: Bool { untouched.isEmpty && edited.isEmpty }
}
