internal import GEOS
public import Geometry

/// Parcels for houses that have none: the ground of a block that is nearer to a house than to any other.
///
/// A proxy, not a survey: nobody's boundary was asked for (the method of the Million Neighborhoods project).
public struct ProxyParcels: Sendable {
  /// For each house its ground; none where it stands outside of the block.
  public private(set) var parcels: [[Polygon]]

  /// Places along a wall from which ground is measured are so far apart, in metres: an assumption.
  private static let assumedStep = 1.0
  /// Houses that share a wall are parted by so much each, in metres, so that the wall is between them.
  private static let assumedInset = 0.1

  /// - Parameters:
  ///   - houses: footprints, or a point each.
  ///   - block: the ground to share out.
  /// - Throws: `GEOSError`.
  public init(houses: [Shape], block: [Polygon]) throws {
    let block = Shape(block)
    var sites: [Point] = []
    var houseOf: [Int] = []
    for (number, house) in houses.enumerated() {
      var places = house.points
      if !house.polygons.isEmpty {
        let smaller = try house.buffered(byMetres: -Self.assumedInset, join: .mitre)
        let walls = try (smaller.isEmpty ? house : smaller).boundary().densified(toMetres: Self.assumedStep)
        places = walls.lineStrings.flatMap { $0.points.dropLast() }
      }
      sites += places
      houseOf += Array(repeating: number, count: places.count)
    }
    parcels = Array(repeating: [], count: houses.count)
    guard sites.count > 1 else {
      if !sites.isEmpty { parcels[houseOf[0]] = block.polygons }
      return
    }
    var cells = [[Shape]](repeating: [], count: houses.count)
    let index = SpatialIndex(sites.map { Bounds(of: [$0]) })
    let ground = try Shape.multiPoint(sites).nearestGround(within: block)
    for cell in ground {
      let prepared = try PreparedShape(.polygon(cell))
      for site in index.query(cell.bounds) where try prepared.containsProperly(.point(sites[site])) {
        cells[houseOf[site]].append(.polygon(cell))
        break
      }
    }
    try share(cells.map { try $0.isEmpty ? .empty(.polygon) : $0.unaryUnion() }, of: block)
  }

  /// Neighbours get the same corners, on a grid that is coarser than the slips of cutting.
  private mutating func share(_ grounds: [Shape], of block: Shape) throws {
    let rings = (grounds.flatMap(\.polygons) + block.polygons).flatMap(\.rings)
    let faces = try Shape(rings.map(\.line)).unaryUnion(onGridOfMetres: Self.grid).polygonized()
    let index = SpatialIndex(grounds.map(\.bounds))
    let inside = try PreparedShape(block)
    var own = [[Shape]](repeating: [], count: grounds.count)
    for face in faces {
      let shape = Shape.polygon(face)
      guard let place = try shape.pointOnSurface(), try inside.intersects(.point(place)) else { continue }
      let house = try index.query(Bounds(of: [place])).first { try grounds[$0].intersects(.point(place)) }
      if let house { own[house].append(shape) }
    }
    parcels = try own.map { try $0.isEmpty ? [] : $0.unaryUnion().polygons }
  }

  /// In metres.
  private static let grid = 0.01
}
