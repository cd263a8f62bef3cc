public import Geometry

/// Sends very many places to the plane: by polynomials in squares of a 32nd of a degree, each fitted to PROJ there.
///
/// Some ten times as fast as PROJ and, in a square, within 0.01 µm of it, which is measured for each square before it
/// is used; where that fails, or a datum is shifted by a grid, PROJ does the work itself.
public final class TiledProjection {
  private let projection: Projection
  private var numbers: [ProjectionTile.Key: Int] = [:]
  private var tiles: [ProjectionTile] = []

  public init(_ projection: Projection) { self.projection = projection }

  /// Longitude, latitude, longitude, latitude … in degrees of WGS 84 to metres on the plane.
  ///
  /// - Throws: what ``Projection/points(from:)`` throws.
  public func points(fromDegrees degrees: [Double]) throws(PROJError) -> [Point] {
    let count = degrees.count / 2
    var points = [Point](repeating: Point(x: 0, y: 0), count: count)
    var tile: ProjectionTile?
    for index in 0..<count {
      let place = SIMD2(degrees[2 * index], degrees[2 * index + 1])
      guard projection.appliesFormulasOnly, let key = ProjectionTile.Key(place) else {
        return try untiled(degrees)
      }
      if tile?.key != key { tile = self.tile(key) }
      guard let tile else { return try untiled(degrees) }
      points[index] = tile.point(of: place)
    }
    return points
  }

  private func untiled(_ degrees: [Double]) throws(PROJError) -> [Point] {
    try projection.points(
      from: (0..<(degrees.count / 2)).map {
        GeographicPoint(longitude: degrees[2 * $0], latitude: degrees[2 * $0 + 1])
      })
  }

  private func tile(_ key: ProjectionTile.Key) -> ProjectionTile? {
    if let number = numbers[key] { return tiles[number] }
    guard let tile = ProjectionTile(key, projection) else { return nil }
    numbers[key] = tiles.count
    tiles.append(tile)
    return tile
  }
}
