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

  /// - Throws: `GEOSError`.
  func stretch(_ path: LanePath, edges: [Int]) throws -> LaneStretch {
    var width = terms.widthMetres
    var best: (stretch: LaneStretch, harm: Harm)?
    while width >= terms.leastWidthMetres - 1e-9 {
      let found = try choice(path, edges, width: width)
      if best.map({ found.harm < $0.harm }) ?? true { best = found }
      if found.harm.forbidden <= 0 { break }
      if terms.isOver(), width > terms.leastWidthMetres {
        width = terms.leastWidthMetres
        continue
      }
      width = max(width - Self.widthStep, width > terms.leastWidthMetres ? terms.leastWidthMetres : 0)
    }
    guard var stretch = best?.stretch, let harm = best?.harm else {
      return LaneStretch(widthMetres: 0, offsets: [], housesCut: [], ground: .empty(.polygon))
    }
    stretch.isRefused = harm.forbidden > 0
    return stretch
  }

  private func choice(_ path: LanePath, _ edges: [Int], width: Double) throws -> (
    stretch: LaneStretch, harm: Harm
  ) {
    var best: (stretch: LaneStretch, harm: Harm)?
    for side in Self.sides {
      let found = try tried(path, edges.map { forced($0, path, edges) ?? side }, width)
      if best.map({ found.harm < $0.harm }) ?? true { best = found }
      if side == 0, found.harm.isNone, areWeightsAlike { return found }
    }
    if let best, best.harm.forbidden <= 0 { return best }
    // No side suits all of it: each piece its own.
    let own = try edges.indices.map { place in
      if let forced = forced(edges[place], path, edges) { return forced }
      let piece = LanePath(
        boundary: [path.boundary[place], path.boundary[place + 1]], offsets: [0], widthMetres: width)
      let harms = try Self.sides.map { (side: $0, harm: try tried(piece, [$0], width).harm) }
      return harms.min { $0.harm < $1.harm }?.side ?? 0
    }
    let mixed = try tried(path, own, width)
    guard let best, best.harm < mixed.harm else { return mixed }
    return best
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

  private func tried(_ path: LanePath, _ sides: [Double], _ width: Double) throws -> (
    stretch: LaneStretch, harm: Harm
  ) {
    var tried = LanePath(boundary: path.boundary, offsets: sides.map { $0 * width }, widthMetres: width)
    (tried.start, tried.end) = (path.start, path.end)
    let ground = try tried.ground()
    let harm = try harm(of: ground)
    let stretch = LaneStretch(
      widthMetres: width, offsets: tried.offsets, housesCut: harm.housesCut, ground: ground)
    return (stretch, harm)
  }

  private func harm(of ground: Shape) throws -> Harm {
    var harm = Harm()
    let bounds = ground.bounds
    for number in keptIndex.query(bounds) {
      harm.forbidden += try cut(terms.kept[number], by: ground)
    }
    for number in houseIndex.query(bounds) {
      let area = try cut(Shape(terms.houses[number]), by: ground)
      guard area > 0 else { continue }
      harm.housesCut.append(number)
      harm.houseSquareMetres += area
      if terms.keepsHouses { harm.forbidden += area }
    }
    for parcel in parcelIndex.query(bounds) {
      let given = try cut(Shape(grounds[parcel]), by: ground)
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

  private func cut(_ shape: Shape, by ground: Shape) throws -> Double {
    let polygons = try shape.intersection(ground).polygons
    if polygons.isEmpty, shape.polygons.isEmpty {
      return try shape.intersects(ground) ? 1 : 0
    }
    let area = polygons.reduce(0) { $0 + $1.areaInSquareMetres }
    return area > Self.touching ? area : 0
  }
}
