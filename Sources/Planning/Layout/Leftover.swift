import GEOS
import Geometry

/// Ground that neither plots nor ways take.
struct Leftover {
  let ground: Ground

  /// Ground smaller than this is not worth a name, in square metres. A choice of ours.
  private static let smallest = 10.0

  /// Half of a seventh decimal of a degree, by which many editors save, is 6 mm: what is told apart is far above it.
  private static let detail = 0.01

  /// Its pieces, drawn a centimetre or two clear of all that is taken, in few enough corners that they stay sound in a file
  /// with seven decimals.
  func pieces(beside taken: [Polygon]) throws -> [Polygon] {
    let taken = try taken.map(Shape.polygon).unaryUnion()
    let free = try ground.walkable.difference(taken).difference(ground.roads)
    let opened = try free.buffered(byMetres: -0.5).buffered(byMetres: 0.48, join: .mitre)
      .soundAreas.intersection(free.buffered(byMetres: -2 * Self.detail))
    return try opened.polygons.flatMap(Self.saveable).filter { $0.areaInSquareMetres >= Self.smallest }
  }

  private static func saveable(_ piece: Polygon) throws -> [Polygon] {
    for depth in [detail, 2 * detail, 5 * detail] {
      let core = try Shape.polygon(piece).buffered(byMetres: -depth, join: .mitre)
      let opened = try core.buffered(byMetres: depth, join: .mitre).simplified(toleranceMetres: detail)
      // The other is drawn farther within, so that it may have fewer corners.
      for candidate in [opened, try core.simplified(toleranceMetres: depth)] {
        if let sound = try candidate.sound(clearanceMetres: Polygon.sevenDecimals) { return sound }
      }
    }
    // Sound in the tool's own files, which have nine.
    return [piece]
  }
}
