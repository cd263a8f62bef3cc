public import Geometry
public import Settlement

/// The small sample: what a person draws in five minutes in a web editor.
public enum FirstPlan {
  /// A site, a canal line with a width and a road line with a width, drawn by hand, so nothing is quite square.
  ///
  /// - Throws: `InvalidShape` never in practice; it would be a fault of this module.
  public static func made() throws(InvalidShape) -> Settlement {
    var settlement = Settlement()
    settlement.site = [try Polygon(corners: at([(0, 0.2), (26.3, -0.1), (26.1, 21.8), (0.2, 22.1)]))]
    settlement.canals = [
      Canal(
        reference: .init(index: 1), name: "Khlong Lek (invented)",
        centreline: [try LineString(at([(-25, -4.1), (14, -3.9), (50, -4.2)]))], widthMetres: 8)
    ]
    settlement.roads = [
      Road(
        reference: .init(index: 2), name: "Soi Lek (invented)",
        centreline: [try LineString(at([(-2.7, 0.5), (-2.6, 60)]))], widthMetres: 6)
    ]
    return settlement
  }

  /// A field on the map near Khlong Bang Bua; no settlement is meant.
  private static let corner = Point(x: 671_900, y: 1_531_300)

  private static func at(_ corners: [(Double, Double)]) -> [Point] {
    corners.map { corner + Vector(dx: $0.0, dy: $0.1) }
  }
}
