internal import GEOS
public import Geometry

/// Lanes with a width: what ground they take, from whom, and what is left of each parcel.
///
/// Land is conserved: what a parcel gives is what its ground before has more than its ground after.
public struct LaneWidening: Sendable {
  public private(set) var stretches: [LaneStretch] = []
  /// The ground of each lane; lanes do not overlap.
  public private(set) var laneAreas: [[Polygon]] = []
  /// The ground of each parcel before and after.
  public private(set) var before: [[Polygon]]
  public private(set) var after: [[Polygon]]
  /// Edges that no lane may follow, for lanes along them would cut what must stay whole.
  public private(set) var refusedEdges: [Int] = []

  /// A piece of a parcel that is smaller is of no use to anybody and goes to the lane that cuts it off, in square
  /// metres (an assumption).
  public static let assumedLeastPiece = 1.0

  /// - Parameter lines: the corners of each lane, as ``ParcelPartition/lines(of:isRoad:)`` gives them.
  /// - Throws: `GEOSError`.
  public init(
    _ partition: ParcelPartition, lines: [[Int]], isRoad: [Bool], terms: WideningTerms
  ) throws {
    before = try (0..<partition.parcelCount).map { try partition.ground(ofParcel: $0) }
    after = before
    let choice = StretchChoice(partition, terms, grounds: before)
    let jobs = Self.paths(partition, lines, isRoad)
    stretches = try Parallel.map(jobs) { job in Result { try choice.stretch(job.path, edges: job.edges) } }
      .map { try $0.get() }
    for (job, stretch) in zip(jobs, stretches) where stretch.isRefused {
      refusedEdges += try Self.blamed(job.path, job.edges, choice)
    }
    try cut()
  }

  private typealias Job = (path: LanePath, edges: [Int])

  private static func paths(_ partition: ParcelPartition, _ lines: [[Int]], _ isRoad: [Bool]) -> [Job] {
    struct Pair: Hashable {
      var low: Int
      var high: Int
      init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
    }
    var edgeOf: [Pair: Int] = [:]
    var isRoadCorner = Set<Int>()
    var isOpenRoad = Set<Int>()
    for (number, edge) in partition.edges.enumerated() {
      edgeOf[Pair(edge.start, edge.end)] = number
      guard isRoad[number] else { continue }
      isRoadCorner.formUnion([edge.start, edge.end])
      if edge.isOutline { isOpenRoad.formUnion([edge.start, edge.end]) }
    }
    var uses: [Int: Int] = [:]
    for line in lines {
      for corner in [line.first, line.last] { if let corner { uses[corner, default: 0] += 1 } }
    }
    func end(_ corner: Int?) -> LanePath.End {
      guard let corner else { return .tip }
      if isOpenRoad.contains(corner) { return .road }
      return isRoadCorner.contains(corner) || uses[corner] ?? 0 > 1 ? .junction : .tip
    }
    return lines.map { line in
      let edges = zip(line, line.dropFirst()).compactMap { edgeOf[Pair($0, $1)] }
      var path = LanePath(
        boundary: line.map { partition.corners[$0] }, offsets: Array(repeating: 0, count: edges.count),
        widthMetres: 0)
      (path.start, path.end) = (end(line.first), end(line.last))
      return (path, edges)
    }
  }

  /// The pieces of a lane that alone cannot be had; all of them where each alone could.
  private static func blamed(_ path: LanePath, _ edges: [Int], _ choice: StretchChoice) throws -> [Int] {
    let alone = try edges.indices.filter { place in
      let piece = LanePath(
        boundary: [path.boundary[place], path.boundary[place + 1]], offsets: [0], widthMetres: 0)
      return try choice.stretch(piece, edges: [edges[place]]).isRefused
    }
    return alone.isEmpty ? edges : alone.map { edges[$0] }
  }

  /// Each lane takes its ground of what the lanes before it have left.
  private mutating func cut() throws {
    let index = SpatialIndex(before.map { Shape($0).bounds })
    var lastLane = [Int?](repeating: nil, count: before.count)
    var taken = [[Shape]](repeating: [], count: stretches.count)
    for (lane, stretch) in stretches.enumerated() where !stretch.ground.isEmpty {
      for parcel in index.query(stretch.ground.bounds) where !after[parcel].isEmpty {
        let ground = Shape(after[parcel])
        let piece = Shape(try ground.intersection(stretch.ground).polygons)
        guard piece.areaInSquareMetres > 1e-6 else { continue }
        after[parcel] = try ground.difference(stretch.ground).polygons
        taken[lane].append(piece)
        lastLane[parcel] = lane
      }
    }
    for (parcel, lane) in lastLane.enumerated() {
      guard let lane else { continue }
      let scraps = after[parcel].filter { $0.areaInSquareMetres < Self.assumedLeastPiece }
      guard !scraps.isEmpty else { continue }
      after[parcel].removeAll { scraps.contains($0) }
      taken[lane] += scraps.map(Shape.polygon)
    }
    laneAreas = try taken.map { try $0.isEmpty ? [] : $0.unaryUnion().polygons }
  }

  /// What a parcel gives, in square metres.
  public func given(byParcel parcel: Int) -> Double {
    Self.area(before[parcel]) - Self.area(after[parcel])
  }

  public static func area(_ polygons: [Polygon]) -> Double {
    polygons.reduce(0) { $0 + $1.areaInSquareMetres }
  }
}
