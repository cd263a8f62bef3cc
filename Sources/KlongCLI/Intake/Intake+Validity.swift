internal import GEOS
internal import Geometry
internal import PROJ
internal import Settlement

extension Intake {
  /// How many shapes are judged in one call; where one of them is invalid, each is looked at alone.
  private static let group = 256

  /// Notes every feature whose area crosses itself or is otherwise no area.
  ///
  /// - Parameter all: whether features without a role are judged too.
  /// - Throws: `GEOSError` when a shape cannot be judged within the deadline.
  mutating func findInvalidShapes(all: Bool = false) throws(GEOSError) {
    for index in sources.indices {
      let areas = sources[index].features.indices.filter { place in
        let feature = sources[index].features[place]
        return (all || feature.role != nil) && feature.shape.map { !$0.polygons.isEmpty } ?? false
      }
      for start in stride(from: 0, to: areas.count, by: Self.group) {
        let group = areas[start..<min(start + Self.group, areas.count)]
        let shapes = group.compactMap { sources[index].features[$0].shape }
        if try Shape.collection(shapes).isValid() { continue }
        for place in group { try judge(&sources[index].features[place]) }
      }
    }
  }

  private func judge(_ feature: inout SourceFeature) throws(GEOSError) {
    guard let shape = feature.shape else { return }
    let validity = try shape.validity()
    guard !validity.isValid else { return }
    let place = validity.place.flatMap { try? plane?.projection.geographicPoints(from: [$0]).first }
    feature.placement = .invalid(
      shape,
      FeatureProblem(
        text: "its area is not valid: \(Self.words(for: validity.reason))",
        remedy:
          "run \"klong inspect FILE --repair -o REPAIRED.geojson\" and look at the changes, or draw it anew",
        place: place))
  }

  /// GEOS's reason in plain words, with its own beside them.
  private static func words(for reason: String?) -> String {
    switch reason?.lowercased() {
    case "self-intersection": "its outline crosses itself (self-intersection)"
    case "ring self-intersection": "its outline touches itself (ring self-intersection)"
    case "hole lies outside shell": "a hole lies outside its outline"
    case "holes are nested", "nested holes": "a hole lies in another hole"
    case "nested shells": "one of its parts lies in another"
    case "duplicate rings": "two of its rings are the same"
    case "interior is disconnected": "its holes cut it in pieces"
    case "too few points in geometry component", "too few distinct points in geometry component":
      "it has too few different corners to be an area"
    case let reason?: reason
    case nil: "for a reason that is not known"
    }
  }
}
