import GEOS
import Geometry

/// Ground that neither plots nor ways take.
struct Leftover {
  let ground: Ground

  /// Ground smaller than this is not worth a name, in square metres. A choice of ours.
  private static let smallest = 10.0

  /// Its pieces, drawn a centimetre clear of all that is taken.
  func pieces(beside taken: [Polygon]) throws -> [Polygon] {
    let taken = try taken.map(Shape.polygon).unaryUnion()
    let free = try ground.walkable.difference(taken).difference(ground.roads)
    let opened = try free.buffered(byMetres: -0.5).buffered(byMetres: 0.49, join: .mitre)
      .intersection(free.buffered(byMetres: -0.01))
    return opened.polygons.filter { $0.areaInSquareMetres >= Self.smallest }
  }
}
