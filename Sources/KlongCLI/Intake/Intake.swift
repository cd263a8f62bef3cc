internal import GeoJSON
internal import Geometry
internal import JSON
internal import PROJ
internal import Settlement

/// What a planner gave: files, the features in them, and the settlement that they make, in metres on one plane.
///
/// Holds a PROJ context, so it stays with its task; the settlement, the plan and the features are plain values.
struct Intake {
  /// The files in the order given.
  var sources: [SourceFile]
  /// Nil where no feature has a place.
  let plane: WorkingPlane?
  let options: IntakeOptions
  /// What is there today, with everything that stays.
  var settlement = Settlement()
  /// The layout that a plan file carries: its plots, envelopes, lanes, walkways, shared places and setback lines.
  ///
  /// Lanes, plots and shared places stand in the settlement as well, because a planner takes them as already decided.
  var plan = Plan()

  /// Features whose outlines cross themselves and are measured as they are drawn.
  var asDrawn: [FeatureReference] = []
  /// Features that something later has taken the place of: they are not passed on.
  var setAside: Set<FeatureReference> = []
  /// Bank lines that later ones have taken the place of.
  var replacedBanks: [BankLine] = []

  /// The foreign member `klong` of the first file that has one.
  var klong: JSONObject? { sources.lazy.compactMap(\.klong).first }

  /// The feature that a thing was made from; nil for what klong made.
  func feature(_ reference: FeatureReference) -> Feature? {
    guard let source = sources.first(where: { $0.path == reference.file }),
      source.collection.features.indices.contains(reference.index)
    else { return nil }
    return source.collection.features[reference.index]
  }
}
