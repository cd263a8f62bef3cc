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
  static let sides = [0, 0.5, -0.5, 0.25, -0.25]
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
    guard terms.canRefuse else { return try choice(path, edges, width: terms.widthMetres).stretch }
    guard let width = try widest(path, edges) else {
      var refused = try tried(path, edges.map { _ in 0 }, terms.leastWidthMetres).stretch
      refused.isRefused = true
      return refused
    }
    var found = try choice(path, edges, width: width)
    found.stretch.isRefused = found.harm.forbidden > 0
    return found.stretch
  }

  /// The widest that can be had, in steps from the width that is asked for; nil where the least width cannot.
  private func widest(_ path: LanePath, _ edges: [Int]) throws -> Double? {
    func width(_ steps: Int) -> Double {
      max(terms.leastWidthMetres, terms.widthMetres - Double(steps) * Self.widthStep)
    }
    func isTooWide(_ steps: Int) throws -> Bool {
      try firstBarred(path, edges: edges, width: width(steps)) != nil
    }
    if try !isTooWide(0) { return terms.widthMetres }
    let least = Int(((terms.widthMetres - terms.leastWidthMetres) / Self.widthStep - 1e-9).rounded(.up))
    guard least > 0, try !isTooWide(least) else { return nil }
    // Narrower ground lies within wider ground, so what comes through at one width does at every narrower one.
    var (wide, narrow) = (0, least)
    while narrow - wide > 1, !terms.isOver() {
      let middle = (wide + narrow) / 2
      if try isTooWide(middle) { wide = middle } else { narrow = middle }
    }
    return width(narrow)
  }

  /// Whether a lane of the least width can be had along edges, whichever side gives.
  ///
  /// - Throws: `GEOSError`.
  func isOpenable(_ path: LanePath, edges: [Int]) throws -> Bool {
    try firstBarred(path, edges: edges) == nil
  }

  /// The first edge along which a lane cannot go on, whichever sides give; nil where it comes through.
  ///
  /// - Parameter width: the least width, unless said.
  /// - Throws: `GEOSError`.
  func firstBarred(_ path: LanePath, edges: [Int], width: Double? = nil) throws -> Int? {
    let width = width ?? terms.leastWidthMetres
    for side in Self.sides {
      if try isPermitted(path, edges.map { forced($0, path, edges) ?? side }, width) { return nil }
    }
    return try chain(of: path, edges, width).barred
  }

  /// A side for each edge, so that what is cut is permitted piece by piece and over each corner; as few changes of
  /// side as can be.
  ///
  /// - Returns: no sides where none will do, and the first edge to which it does not come.
  private func chain(of path: LanePath, _ edges: [Int], _ width: Double) throws -> (
    sides: [Double]?, barred: Int?
  ) {
    /// The best way to come to an edge on a side.
    struct Reached {
      var side: Double
      var cost: Double
      var before: Int
    }
    var rows: [[Reached]] = []
    for place in edges.indices {
      var row: [Reached] = []
      for side in forced(edges[place], path, edges).map({ [$0] }) ?? Self.sides {
        guard try isPermitted(piece(of: path, place...place), [side], width) else { continue }
        guard let last = rows.last else {
          row.append(Reached(side: side, cost: abs(side) * Self.sideCost, before: 0))
          continue
        }
        // Cheapest first: most often the first goes.
        let costs = last.map { $0.cost + abs(side - $0.side) + abs(side) * Self.sideCost }
        let before = try last.indices.sorted { costs[$0] < costs[$1] }.first {
          try isPermitted(piece(of: path, (place - 1)...place), [last[$0].side, side], width)
        }
        if let before { row.append(Reached(side: side, cost: costs[before], before: before)) }
      }
      if row.isEmpty { return (nil, place) }
      rows.append(row)
    }
    let costs = rows.last?.map(\.cost) ?? []
    guard var place = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return (nil, nil) }
    var sides: [Double] = []
    for row in rows.reversed() {
      sides.append(row[place].side)
      place = row[place].before
    }
    sides.reverse()
    // Corners that lie closer than the width see more than two pieces.
    return try isPermitted(path, sides, width) ? (sides, nil) : (nil, edges.count - 1)
  }

  /// A lane that comes to a corner: from which other corner, along which edge.
  typealias Arm = (to: Point, edge: Int)

  /// Where lanes that come to one corner meet: at the corner, or beside it where something there must stay whole.
  ///
  /// It lies no farther off than half a width, so that who touches the corner touches the lanes' ground.
  /// - Throws: `GEOSError`.
  func meeting(at corner: Point, of arms: [Arm]) throws -> Point {
    guard terms.canRefuse else { return corner }
    var best = (place: corner, arms: -1)
    for width in Set([terms.widthMetres, terms.leastWidthMetres]).sorted(by: >) {
      for place in [corner] + Self.around.map({ corner + $0 * width }) {
        let count = try arms.count { try comes($0, to: place, from: corner, width) }
        if count == arms.count { return place }
        if count > best.arms { best = (place, count) }
      }
    }
    return best.place
  }

  private func comes(_ arm: Arm, to place: Point, from corner: Point, _ width: Double) throws -> Bool {
    var path = LanePath(boundary: [corner, arm.to], offsets: [0], widthMetres: 0)
    path.start = .junction(place)
    return try (forced(arm.edge, path, [arm.edge]).map { [$0] } ?? Self.sides).contains {
      try isPermitted(path, [$0], width)
    }
  }

  /// Places around a corner, in widths: a quarter and nearly half of one away, in eight directions.
  private static let around = [0.25, 0.49].flatMap { reach in
    let slant = reach * 0.5.squareRoot()
    return [
      (reach, 0), (slant, slant), (0, reach), (-slant, slant), (-reach, 0), (-slant, -slant), (0, -reach),
      (slant, -slant),
    ].map { Vector(dx: $0.0, dy: $0.1) }
  }

  /// So much a change of side from one half to the other counts more than running beside the boundary.
  private static let sideCost = 0.05

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
    if let sides = try chain(of: path, edges, width).sides { return try tried(path, sides, width) }
    guard let best else { return try tried(path, edges.map { _ in 0 }, width) }
    return best
  }

  /// A part of a path; it ends as the whole does.
  private func piece(of path: LanePath, _ places: ClosedRange<Int>) -> LanePath {
    var piece = LanePath(
      boundary: Array(path.boundary[places.lowerBound...(places.upperBound + 1)]),
      offsets: places.map { _ in 0 }, widthMetres: 0)
    if places.lowerBound == 0 { piece.start = path.start }
    if places.upperBound == path.boundary.count - 2 { piece.end = path.end }
    return piece
  }

  private var areWeightsAlike: Bool { Set(terms.weights).count < 2 }

  /// Along the edge of the land only the one side can give.
  private func forced(_ edge: Int, _ path: LanePath, _ edges: [Int]) -> Double? {
    guard let place = edges.firstIndex(of: edge) else { return nil }
    return forced(edge, fromStart: partition.corners[partition.edges[edge].start] == path.boundary[place])
  }

  /// - Parameter fromStart: whether the lane follows the edge from its start.
  func forced(_ edge: Int, fromStart: Bool) -> Double? {
    switch (partition.edges[edge].left, partition.edges[edge].right) {
    case (nil, nil): return nil
    case (_, nil): return fromStart ? 0.5 : -0.5
    case (nil, _): return fromStart ? -0.5 : 0.5
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
  func isPermitted(_ path: LanePath, _ sides: [Double], _ width: Double) throws -> Bool {
    let placed = Self.placed(path, sides, width)
    let spine = placed.spine
    let bounds = spine.reduce(into: Bounds()) { $0.include($1.bounds) }.widened(byMetres: width / 2)
    var barriers = keptIndex.query(bounds).map { terms.kept[$0] }
    if terms.keepsHouses { barriers += houseIndex.query(bounds).map { Shape(terms.houses[$0]) } }
    barriers += parcelIndex.query(bounds).filter { !terms.weights[$0].isFinite }.map { Shape(grounds[$0]) }
    // Most are farther off than half the width, or stand in the middle: of neither need the ground be made.
    barriers = try barriers.filter { barrier in
      try spine.contains { try barrier.isWithin(metres: width / 2 - Self.hair, of: $0) }
    }
    guard !barriers.isEmpty else { return true }
    for line in spine where line.polygons.isEmpty {
      if try barriers.contains(where: { try $0.intersection(line).lengthInMetres() > Self.deep }) {
        return false
      }
    }
    let near = try PreparedShape(placed.ground())
    return try barriers.allSatisfy { try cut($0, by: near) <= 0 }
  }

  /// What reaches so much less into a lane is not cut, in metres: over ten metres it comes to ``touching``.
  private static let hair = 1e-5
  /// What stands along so much of the middle of a lane is cut, in metres.
  private static let deep = 0.05

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
