internal import Geometry
internal import Settlement

/// An area too small or too thin to be what its role says.
struct Sliver {
  let feature: FeatureReference
  let areaSquareMetres: Double
  /// Twice the area over the outline: the width of a long strip.
  let widthMetres: Double

  /// Under a square metre nothing can stand; real data hold pieces of 0.0001 m² left over from cutting
  /// (facts on data hazards: Hanoi 19 polygons under 1 m², Kianda 4).
  static let leastSquareMetres = 1.0
  /// A strip thinner than a wall.
  static let leastWidthMetres = 0.1

  static func all(in intake: Intake) -> [Sliver] {
    intake.sources.flatMap { source in
      source.features.compactMap { feature in
        switch feature.role {
        case .site, .house, .plot, .parcel, .building: feature.shape.flatMap { Sliver(feature.reference, $0) }
        default: nil
        }
      }
    }
  }

  private init?(_ feature: FeatureReference, _ shape: Shape) {
    let outline = shape.polygons.reduce(0) { $0 + $1.perimeterInMetres }
    guard outline > 0 else { return nil }
    self.feature = feature
    areaSquareMetres = shape.areaInSquareMetres
    widthMetres = 2 * areaSquareMetres / outline
    guard areaSquareMetres < Self.leastSquareMetres || widthMetres < Self.leastWidthMetres else { return nil }
  }
}
