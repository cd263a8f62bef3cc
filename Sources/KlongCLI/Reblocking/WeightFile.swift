internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning

/// Lines and areas of a file that speak for or against lanes.
struct WeightFile {
  private(set) var rules: [EdgeWeights.Rule] = []

  /// Moving a metre of wall counts as a metre of lane, where the file gives no `cost_per_m`: an assumption.
  private static let assumedWall = 1.0
  /// A lane up a slope of so many percent counts twice: an assumption.
  private static let assumedDoublingSlope = 10.0

  init(_ source: SourceFile) throws(Refusal) {
    for feature in source.features {
      guard let shape = feature.shape, !shape.isEmpty,
        source.collection.features.indices.contains(feature.reference.index)
      else { continue }
      let object = source.collection.features[feature.reference.index].properties.object
      let reader = PropertyReader(object)
      for name in ["weight", "cost_per_m", "slope_percent"]
      where reader.text(name) != nil && reader.quantity(name) == nil {
        throw Refusal(
          file: source.path, feature: feature.reference.index, id: feature.reference.id, member: name,
          problem: "is no number from 0", remedy: "write a number such as 1.5")
      }
      let isWall = reader.flag("wall") ?? (reader.text("kind") == "wall")
      let added = reader.quantity("cost_per_m") ?? (isWall ? Self.assumedWall : 0)
      let slope = reader.quantity("slope_percent").map { 1 + $0 / Self.assumedDoublingSlope } ?? 1
      rules.append(
        .init(
          shape: shape, factor: (reader.quantity("weight") ?? 1) * slope, addedPerMetre: added,
          isRefused: reader.flag("consent") == false))
    }
    guard !rules.isEmpty else {
      throw Refusal(
        file: source.path, problem: "there is no line or area in it",
        remedy: "give features with weight, cost_per_m, wall, slope_percent or consent")
    }
  }
}
