internal import GEOS
internal import Geometry

/// Chooses for each lane which side gives the land, and how wide it can be.
struct StretchChoice: Sendable {
  let partition: ParcelPartition
  let terms: WideningTerms
  let grounds: [[Polygon]]
  private let parcelIndex: SpatialIndex
  private let houseIndex: SpatialIndex
  private let keptIndex: SpatialIndex

  /// What a choice does, the worst first.
  private struct Harm: Comparable {
    /// Square metres of what may not be touched.
    var forbidden = 0.0
    var housesCut: [Int] = []
    var houseSquareMetres = 0.0
    /// Parcels that fall below the smallest size.
    var tooSmall = 0
    var weight = 0.0

    var isNone: Bool { forbidden <= 0 && housesCut.isEmpty && tooSmall == 0 }

    static func < (a: Harm, b: Harm) -> Bool {
      if a.forbidden != b.forbidden { return a.forbidden < b.forbidden }
      if a.houseSquareMetres != b.houseSquareMetres { return a.houseSquareMetres < b.houseSquareMetres }
      if a.tooSmall != b.tooSmall { return a.tooSmall < b.tooSmall }
      // Less than a thousandth is no reason to prefer one side to both.
      return a.weight < b.weight * 0.999 - 1e-9
    }
  }

  /// Both sides alike first, then one side or mostly one.
  private static let sides = [0, 0.5, -0.5, 0.25, -0.25]
  /// Touching is not cutting: what is shared has to be more than this, in square metres.
  private static let touching = 1e-4
  private static let widthStep = 0.1

  init(_ partition: ParcelPartition, _ terms: WideningTerms, grounds: [[Polygon]]) {
    self.partition = partition
    self.terms = terms
    self.grounds = grounds
    parcelIndex = SpatialIndex(grounds.map { Shape($0).bounds })
    houseIndex = SpatialIndex(terms.houses.map { Shape($0).bounds })
    keptIndex = SpatialIndex(terms.kept.map(\.bounds))
  }

  /// The widest that can be had, on the side that harms least.
  ///
  /// - Throws: `GEOSError`.
  func stretch(_ path: LanePath, edges: [Int]) throws -> LaneStretch {
    var found = try choice(path, edges, width: terms.widthMetres)
    if found.harm.forbidden > 0, terms.leastWidthMetres < terms.widthMetres {
      // Narrower ground lies within wider ground: where the least width cuts, every other cuts.
      let isOpenable = try isOpenable(path, edges: edges)
      let wider = isOpenable ? try widest(path, edges) : nil
      found = try wider ?? choice(path, edges, width: terms.leastWidthMetres)
    }
    found.stretch.isRefused = found.harm.forbidden > 0
    return found.stretch
  }

  /// Whether a lane of the least width can be had along edges, whichever side gives.
  ///
  /// - Throws: `GEOSError`.
  func isOpenable(_ path: LanePath, edges: [Int]) throws -> Bool {
    let width = terms.leastWidthMetres
    for side in Self.sides {
      if try isPermitted(path, edges.map { forced($0, path, edges) ?? side }, width) { return true }
    }
    guard edges.count > 1 else { return false }
    var own: [Double] = []
    for place in edges.indices {
      let piece = Self.piece(of: path, place, width)
      let sides = forced(edges[place], path, edges).map { [$0] } ?? Self.sides
      guard let side = try sides.first(where: { try isPermitted(piece, [$0], width) }) else { return false }
      own.append(side)
    }
    if try isPermitted(path, own, width) { return true }
    return try choice(path, edges, width: width).harm.forbidden <= 0
  }

  /// The widest that is narrower than asked for and wider than the least; nil where there is none.
  private func widest(_ path: LanePath, _ edges: [Int]) throws -> Choice? {
    var width = terms.widthMetres - Self.widthStep
    while width > terms.leastWidthMetres + 1e-9, !terms.isOver() {
      let found = try choice(path, edges, width: width)
      if found.harm.forbidden <= 0 { return found }
      width -= Self.widthStep
    }
    return nil
  }

  private typealias Choice = (stretch: LaneStretch, harm: Harm)

  private func choice(_ path: LanePath, _ edges: [Int], width: Double) throws -> Choice {
    var best: Choice?
    for side in Self.sides {
      let found = try tried(path, edges.map { forced($0, path, edges) ?? side }, width)
      if best.map({ found.harm < $0.harm }) ?? true { best = found }
      if side == 0, found.harm.isNone, areWeightsAlike { return found }
    }
    if let best, best.harm.forbidden <= 0 { return best }
    // No side suits all of it: each piece its own.
    var own: [Double] = []
    for place in edges.indices {
      let piece = Self.piece(of: path, place, width)
      let sides = forced(edges[place], path, edges).map { [$0] } ?? Self.sides
      let harms = try sides.map { (side: $0, harm: try tried(piece, [$0], width).harm) }
      guard let least = harms.min(by: { $0.harm < $1.harm }), least.harm.forbidden <= 0 else { break }
      own.append(least.side)
    }
    if own.count < edges.count, let best { return best }
    let mixed = try tried(path, own, width)
    guard let best, best.harm < mixed.harm else { return mixed }
    return best
  }

  private static func piece(of path: LanePath, _ place: Int, _ width: Double) -> LanePath {
    LanePath(
      boundary: [path.boundary[place], path.boundary[place + 1]], offsets: [0], widthMetres: width)
  }

  private var areWeightsAlike: Bool { Set(terms.weights).count < 2 }

  /// Along the edge of the land only the one side can give.
  private func forced(_ edge: Int, _ path: LanePath, _ edges: [Int]) -> Double? {
    let edge = partition.edges[edge]
    guard let place = edges.firstIndex(where: { partition.edges[$0] == edge }) else { return nil }
    let isForward = partition.corners[edge.start] == path.boundary[place]
    switch (edge.left, edge.right) {
    case (nil, nil): return nil
    case (_, nil): return isForward ? 0.5 : -0.5
    case (nil, _): return isForward ? -0.5 : 0.5
    default: return nil
    }
  }

  private func tried(_ path: LanePath, _ sides: [Double], _ width: Double) throws -> Choice {
    let tried = Self.placed(path, sides, width)
    let ground = try tried.ground()
    let harm = try harm(of: ground)
    let stretch = LaneStretch(
      widthMetres: width, offsets: tried.offsets, housesCut: harm.housesCut,
      boundary: try LineString(path.boundary), ground: ground)
    return (stretch, harm)
  }

  private static func placed(_ path: LanePath, _ sides: [Double], _ width: Double) -> LanePath {
    var placed = LanePath(boundary: path.boundary, offsets: sides.map { $0 * width }, widthMetres: width)
    (placed.start, placed.end) = (path.start, path.end)
    return placed
  }

  /// Whether a lane on those sides touches nothing that it may not.
  private func isPermitted(_ path: LanePath, _ sides: [Double], _ width: Double) throws -> Bool {
    let ground = try Self.placed(path, sides, width).ground()
    let near = try PreparedShape(ground)
    let bounds = ground.bounds
    for number in keptIndex.query(bounds) where try cut(terms.kept[number], by: near) > 0 { return false }
    if terms.keepsHouses {
      for number in houseIndex.query(bounds) where try cut(Shape(terms.houses[number]), by: near) > 0 {
        return false
      }
    }
    for parcel in parcelIndex.query(bounds) where !terms.weights[parcel].isFinite {
      if try cut(Shape(grounds[parcel]), by: near) > 0 { return false }
    }
    return true
  }

  private func harm(of ground: Shape) throws -> Harm {
    var harm = Harm()
    let bounds = ground.bounds
    let near = try PreparedShape(ground)
    for number in keptIndex.query(bounds) {
      harm.forbidden += try cut(terms.kept[number], by: near)
    }
    for number in houseIndex.query(bounds) {
      let area = try cut(Shape(terms.houses[number]), by: near)
      guard area > 0 else { continue }
      harm.housesCut.append(number)
      harm.houseSquareMetres += area
      if terms.keepsHouses { harm.forbidden += area }
    }
    // Who gives the ground is no question then.
    guard harm.forbidden <= 0 else { return harm }
    for parcel in parcelIndex.query(bounds) {
      let given = try cut(Shape(grounds[parcel]), by: near)
      guard given > 0 else { continue }
      if terms.weights[parcel].isFinite {
        harm.weight += given * terms.weights[parcel]
      } else {
        harm.forbidden += given
      }
      let before = Shape(grounds[parcel]).areaInSquareMetres
      if before >= terms.smallestSquareMetres, before - given < terms.smallestSquareMetres {
        harm.tooSmall += 1
      }
    }
    return harm
  }

  private func cut(_ shape: Shape, by ground: PreparedShape) throws -> Double {
    guard try ground.intersects(shape) else { return 0 }
    let polygons = try shape.intersection(ground.shape).polygons
    if polygons.isEmpty, shape.polygons.isEmpty { return 1 }
    let area = polygons.reduce(0) { $0 + $1.areaInSquareMetres }
    return area > Self.touching ? area : 0
  }
}
