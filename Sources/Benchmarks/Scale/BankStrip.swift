import GEOS
import Geometry
import Settlement

/// Land along one bank of a piece of canal, with a public road at its upstream end.
struct BankStrip {
  var canal: LineString
  var canalWidthMetres: Double
  /// The piece, from the start of the canal line.
  var fromMetres: Double
  var toMetres: Double
  var isLeft: Bool
  var depthMetres: Double

  /// Nil where the canal bends so that no land of this depth lies beside it, or none that the road touches.
  func settlement() throws -> Settlement? {
    let half = canalWidthMetres / 2
    let piece = try part(from: fromMetres, to: toMetres)
    let water = try Shape.lineString(canal).buffered(byMetres: half, quadrantSegments: 16, cap: .flat)
    let band = try Shape.lineString(piece).buffered(byMetres: half + depthMetres, cap: .flat, join: .mitre)
    let beside = try band.difference(water).polygons.filter { polygon in
      guard let place = try Shape.polygon(polygon).pointOnSurface() else { return false }
      return (canal.chainage(of: place).offset > 0) == isLeft
    }
    guard let land = beside.max(by: { $0.areaInSquareMetres < $1.areaInSquareMetres }) else { return nil }
    var settlement = Settlement()
    settlement.site = [land]
    settlement.canals = [
      Canal(
        reference: .init(index: 1, id: "canal"), centreline: [try nearby()], widthMetres: canalWidthMetres)
    ]
    let road = try road(at: piece)
    settlement.roads = [road]
    let reach = try Shape(road.centreline).buffered(byMetres: Self.roadWidthMetres / 2 + 0.1, cap: .flat)
    return try Shape.polygon(land).intersects(reach) ? settlement : nil
  }

  /// The canal somewhat beyond both ends of the land.
  private func nearby() throws -> LineString {
    try part(
      from: max(0, fromMetres - 2 * depthMetres),
      to: min(canal.lengthInMetres, toMetres + 2 * depthMetres))
  }

  private static let roadWidthMetres = 4.0

  /// Square to the canal, its edge on the end of the land.
  private func road(at piece: LineString) throws -> Road {
    guard let first = piece.segments.first(where: { $0.length > 0 }), let along = first.step.unit else {
      throw WrongAnswer(description: "a canal without a direction")
    }
    let side = isLeft ? along.left : -along.left
    let edge = first.start - along * (Self.roadWidthMetres / 2)
    let line = try LineString([
      edge + side * (canalWidthMetres / 2), edge + side * (canalWidthMetres / 2 + depthMetres),
    ])
    return Road(
      reference: .init(index: 2, id: "road"), name: "public road", centreline: [line],
      widthMetres: Self.roadWidthMetres)
  }

  private func part(from: Double, to: Double) throws -> LineString {
    var points = [canal.point(atMetres: from)]
    var along = 0.0
    for segment in canal.segments {
      along += segment.length
      if along > from + 1e-3, along < to - 1e-3 { points.append(segment.end) }
    }
    return try LineString(points + [canal.point(atMetres: to)])
  }
}
