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

  /// The parcels as they were before anything was cut.
  private let grounds: [[Polygon]]
  /// What was chosen for which lane.
  private let chosen: [LanePath: LaneStretch]
  /// Where the lanes of which fork meet.
  private let meetings: [Fork: Point]

  /// A corner to which several lanes come, and the edges by which they come.
  private struct Fork: Hashable {
    var corner: Int
    var edges: [Int]
  }

  /// Where an edge is refused, nothing is cut.
  ///
  /// - Parameters:
  ///   - lines: the corners of each lane, as ``ParcelPartition/lines(of:isRoad:)`` gives them.
  ///   - earlier: other lanes of the same partition and terms; what was chosen for those that are the same holds.
  /// - Throws: `GEOSError`.
  public init(
    _ partition: ParcelPartition, lines: [[Int]], isRoad: [Bool], terms: WideningTerms,
    earlier: LaneWidening? = nil
  ) throws {
    grounds = try earlier?.grounds ?? (0..<partition.parcelCount).map { try partition.ground(ofParcel: $0) }
    (before, after) = (grounds, grounds)
    let choice = StretchChoice(partition, terms, grounds: grounds)
    let (jobs, meetings) = try Self.paths(partition, lines, isRoad, choice, known: earlier?.meetings ?? [:])
    self.meetings = meetings
    let known = earlier?.chosen ?? [:]
    stretches = try Parallel.map(jobs) { job in
      Result { try known[job.path] ?? choice.stretch(job.path, edges: job.edges) }
    }.map { try $0.get() }
    chosen = Dictionary(zip(jobs.map(\.path), stretches), uniquingKeysWith: { first, _ in first })
    for (job, stretch) in zip(jobs, stretches) where stretch.isRefused {
      refusedEdges += try Self.blamed(job.path, job.edges, choice)
    }
    laneAreas = stretches.map { _ in [] }
    if refusedEdges.isEmpty { try cut() }
  }

  private typealias Job = (path: LanePath, edges: [Int])

  private static func paths(
    _ partition: ParcelPartition, _ lines: [[Int]], _ isRoad: [Bool], _ choice: StretchChoice,
    known: [Fork: Point]
  ) throws -> (jobs: [Job], meetings: [Fork: Point]) {
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
    var arms: [Int: [StretchChoice.Arm]] = [:]
    for line in lines where line.count > 1 {
      for (corner, next) in [(line[0], line[1]), (line[line.count - 1], line[line.count - 2])] {
        guard let edge = edgeOf[Pair(corner, next)] else { continue }
        arms[corner, default: []].append((to: partition.corners[next], edge: edge))
      }
    }
    let forks = arms.filter { $0.value.count > 1 && !isRoadCorner.contains($0.key) }
      .sorted { $0.key < $1.key }
      .map { (fork: Fork(corner: $0.key, edges: $0.value.map(\.edge)), arms: $0.value) }
    let places = try Parallel.map(forks) { fork in
      Result {
        try known[fork.fork] ?? choice.meeting(at: partition.corners[fork.fork.corner], of: fork.arms)
      }
    }.map { try $0.get() }
    let meetings = Dictionary(uniqueKeysWithValues: zip(forks.map(\.fork), places))
    let meetingAt = Dictionary(uniqueKeysWithValues: zip(forks.map(\.fork.corner), places))
    func end(_ corner: Int?) -> LanePath.End {
      guard let corner else { return .tip }
      if isOpenRoad.contains(corner) { return .road }
      if isRoadCorner.contains(corner) { return .junction(partition.corners[corner]) }
      return meetingAt[corner].map { .junction($0) } ?? .tip
    }
    let jobs = lines.map { line in
      let edges = zip(line, line.dropFirst()).compactMap { edgeOf[Pair($0, $1)] }
      var path = LanePath(
        boundary: line.map { partition.corners[$0] }, offsets: Array(repeating: 0, count: edges.count),
        widthMetres: 0)
      (path.start, path.end) = (end(line.first), end(line.last))
      return (path: path, edges: edges)
    }
    return (jobs, meetings)
  }

  /// The pieces of a lane that alone cannot be had; where each alone could, the first that cannot follow those before.
  private static func blamed(_ path: LanePath, _ edges: [Int], _ choice: StretchChoice) throws -> [Int] {
    guard !choice.terms.isOver() else { return edges }
    func isOpenable(_ places: Range<Int>) throws -> Bool {
      let piece = LanePath(
        boundary: Array(path.boundary[places.lowerBound...places.upperBound]),
        offsets: Array(repeating: 0, count: places.count), widthMetres: 0)
      return try choice.isOpenable(piece, edges: Array(edges[places]))
    }
    let alone = try edges.indices.filter { try !isOpenable($0..<($0 + 1)) }
    guard alone.isEmpty else { return alone.map { edges[$0] } }
    return try choice.firstBarred(path, edges: edges).map { [edges[$0]] } ?? edges
  }

  /// Edges along which no lane of the least width can be had, whichever side gives.
  ///
  /// - Throws: `GEOSError`.
  public static func unopenable(
    _ partition: ParcelPartition, _ request: ReblockingRequest, _ terms: WideningTerms
  ) throws -> [Int] {
    let grounds = try (0..<partition.parcelCount).map { try partition.ground(ofParcel: $0) }
    let choice = StretchChoice(partition, terms, grounds: grounds)
    let open = partition.edges.indices.filter {
      !request.isRoad[$0] && request.weights[$0].isFinite && partition.length(ofEdge: $0) > 0
    }
    let isOpenable = try Parallel.map(open) { number in
      Result {
        let edge = partition.edges[number]
        let piece = LanePath(
          boundary: [partition.corners[edge.start], partition.corners[edge.end]], offsets: [0],
          widthMetres: 0)
        return try choice.isOpenable(piece, edges: [number])
      }
    }.map { try $0.get() }
    return zip(open, isOpenable).filter { !$0.1 }.map(\.0)
  }

  /// Parcels and lanes are cut into faces that share all their corners, so that no land is lost between them.
  private mutating func cut() throws {
    let index = SpatialIndex(before.map { Shape($0).bounds })
    let touched = Set(stretches.flatMap { index.query($0.ground.bounds) }).filter { !before[$0].isEmpty }
    guard !touched.isEmpty else { return }
    let rings =
      touched.sorted().flatMap { before[$0].flatMap(\.rings) }
      + stretches.flatMap { $0.ground.polygons.flatMap(\.rings) }
    let faces = try Shape(rings.map(\.line)).unaryUnion(onGridOfMetres: Self.grid).polygonized()
    let lanes = SpatialIndex(stretches.map(\.ground.bounds))
    let prepared = try stretches.map { try PreparedShape($0.ground) }
    var whole: [Int: [Shape]] = [:]
    var left: [Int: [Shape]] = [:]
    var taken = [[Taken]](repeating: [], count: stretches.count)
    for face in faces {
      let shape = Shape.polygon(face)
      guard let place = try shape.pointOnSurface() else { continue }
      let here = Bounds(of: [place])
      guard
        let parcel = try index.query(here).first(where: {
          try touched.contains($0) && Shape(before[$0]).intersects(.point(place))
        })
      else { continue }
      whole[parcel, default: []].append(shape)
      if let lane = try lanes.query(here).first(where: { try prepared[$0].intersects(.point(place)) }) {
        taken[lane].append((parcel, shape))
      } else {
        left[parcel, default: []].append(shape)
      }
    }
    for beyond in try Self.giveBack(&taken, to: stretches) {
      left[beyond.parcel, default: []].append(beyond.face)
    }
    var lastLane: [Int: Int] = [:]
    for (lane, faces) in taken.enumerated() {
      for face in faces { lastLane[face.parcel] = max(lastLane[face.parcel] ?? 0, lane) }
    }
    for (parcel, lane) in lastLane.sorted(by: { $0.key < $1.key }) {
      before[parcel] = try whole[parcel]?.unaryUnion().polygons ?? []
      let rest = try left[parcel]?.unaryUnion().polygons ?? []
      after[parcel] = rest.filter { $0.areaInSquareMetres >= Self.assumedLeastPiece }
      taken[lane] += rest.filter { $0.areaInSquareMetres < Self.assumedLeastPiece }
        .map { (parcel, .polygon($0)) }
    }
    laneAreas = try taken.map { try $0.isEmpty ? [] : $0.map(\.face).unaryUnion().polygons }
  }

  /// What a lane takes of a parcel.
  private typealias Taken = (parcel: Int, face: Shape)

  /// A lane that runs out onto a narrow road takes nothing from those across it.
  ///
  /// - Returns: what is taken out of `taken`: the pieces that neither lie on their lane's boundary nor hang together
  ///   with pieces that do.
  private static func giveBack(_ taken: inout [[Taken]], to stretches: [LaneStretch]) throws -> [Taken] {
    var pieces: [(lane: Int, area: Shape)] = []
    for (lane, faces) in taken.enumerated() where !faces.isEmpty {
      pieces += try faces.map(\.face).unaryUnion().polygons.map { (lane, .polygon($0)) }
    }
    let index = SpatialIndex(pieces.map(\.area.bounds))
    var isJoined = try pieces.map { piece in
      try piece.area.isWithin(metres: grid, of: .lineString(stretches[piece.lane].boundary))
    }
    guard isJoined.contains(false) else { return [] }
    var stack = isJoined.indices.filter { isJoined[$0] }
    while let piece = stack.popLast() {
      for other in index.query(pieces[piece].area.bounds.widened(byMetres: grid))
      where try !isJoined[other] && pieces[other].area.isWithin(metres: grid, of: pieces[piece].area) {
        isJoined[other] = true
        stack.append(other)
      }
    }
    var beyond: [Taken] = []
    for (piece, isJoined) in zip(pieces, isJoined) where !isJoined {
      let area = try PreparedShape(piece.area)
      func isBeyond(_ face: Taken) throws -> Bool {
        try face.face.pointOnSurface().map { try area.intersects(.point($0)) } ?? false
      }
      beyond += try taken[piece.lane].filter(isBeyond)
      try taken[piece.lane].removeAll(where: isBeyond)
    }
    return beyond
  }

  /// Corners are put on a grid of a hundredth of a millimetre, in metres: finer than any survey.
  private static let grid = 1e-5

  /// What a parcel gives, in square metres.
  public func given(byParcel parcel: Int) -> Double {
    Self.area(before[parcel]) - Self.area(after[parcel])
  }

  public static func area(_ polygons: [Polygon]) -> Double {
    polygons.reduce(0) { $0 + $1.areaInSquareMetres }
  }
}
