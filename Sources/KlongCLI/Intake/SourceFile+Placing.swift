internal import GeoJSON
internal import Geometry
internal import PROJ
internal import Settlement

extension SourceFile {
  /// Gives every feature its shape on the plane.
  mutating func place(_ degrees: FileDegrees, on plane: WorkingPlane) {
    // One call for the whole file; feature by feature only where something in it does not fit the plane.
    let points = try? plane.projection.points(from: degrees.places)
    for feature in collection.features where features.indices.contains(feature.index) {
      let range = degrees.range(of: feature.index)
      guard let geometry = feature.geometry, !range.isEmpty else { continue }
      let own: ArraySlice<Point>
      if let points {
        own = points[range]
      } else {
        do throws(PROJError) {
          own = try plane.projection.points(from: Array(degrees.places[range]))[...]
        } catch {
          features[feature.index].placement = plane.placement(of: degrees.places[range], after: error)
          continue
        }
      }
      features[feature.index].placement = Self.placement(geometry, own, degrees.places[range])
      features[feature.index].requireFit()
    }
  }

  private static func placement(
    _ geometry: FeatureGeometry, _ points: ArraySlice<Point>, _ places: ArraySlice<GeographicPoint>
  ) -> SourceFeature.Placement {
    var builder = ShapeBuilder(points)
    do throws(InvalidShape) {
      return .shape(try builder.shape(geometry))
    } catch {
      return .unusable(
        FeatureProblem(
          text: "its shape cannot be used: \(error.description)",
          remedy: "draw it anew, or take it out of the file", place: places.first))
    }
  }
}

extension WorkingPlane {
  /// What to say of a feature that the plane cannot show whole.
  fileprivate func placement(
    of places: ArraySlice<GeographicPoint>, after error: PROJError
  ) -> SourceFeature.Placement {
    guard places.contains(where: { (try? projection.points(from: [$0])) != nil }) else { return .farAway }
    let blamed = error.index.flatMap { places.dropFirst($0).first }
    return .unusable(
      FeatureProblem(
        text: "it reaches too far from the settlement to be drawn on one plane: \(error.description)",
        remedy: "cut it near the settlement", place: blamed))
  }
}
