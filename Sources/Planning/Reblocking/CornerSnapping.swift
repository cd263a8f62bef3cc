internal import GEOS
internal import Geometry

/// Corners that are one, edges that stop at corners: parcels as rings of numbered corners that meet only there.
struct CornerSnapping {
  private(set) var corners: [Point] = []
  /// For each parcel its rings, each a list of corners without the first one again; ground lies at the left hand.
  private(set) var rings: [[[Int]]]
  private(set) var changes: [PartitionChange] = []
  private let tolerance: Double
  /// How near things are one at present: the tolerance, or less once that does not come to an end.
  private var reach: Double
  private var cells: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// - Parameter tolerance: how near corners are one, in metres, above zero.
  init(_ parcels: [[Polygon]], tolerance: Double) {
    self.tolerance = tolerance
    reach = tolerance
    rings = []
    for (number, parcel) in parcels.enumerated() {
      rings.append(
        parcel.flatMap { $0.rightHanded.rings }.map { ring in
          Self.simplified(ring.points.dropLast().map { corner(at: $0, parcel: number) })
        }.filter { $0.count > 2 })
    }
  }

  private func cell(_ point: Point) -> Cell {
    Cell(
      x: Int(exactly: (point.x / tolerance).rounded(.down)) ?? 0,
      y: Int(exactly: (point.y / tolerance).rounded(.down)) ?? 0)
  }

  private mutating func corner(at point: Point, parcel: Int) -> Int {
    let home = cell(point)
    var nearest: (corner: Int, distance: Double)?
    for x in -1...1 {
      for y in -1...1 {
        for corner in cells[Cell(x: home.x &+ x, y: home.y &+ y)] ?? [] {
          let distance = corners[corner].distance(to: point)
          guard distance < reach, nearest.map({ distance < $0.distance }) ?? true else { continue }
          nearest = (corner, distance)
        }
      }
    }
    if let nearest {
      if nearest.distance > Self.visible {
        changes.append(.init(kind: .movedCorner, place: point, amount: nearest.distance, parcels: [parcel]))
      }
      return nearest.corner
    }
    corners.append(point)
    cells[home, default: []].append(corners.count - 1)
    return corners.count - 1
  }

  /// A tenth of a millimetre is how files are written, and no change.
  static let visible = 2e-4

  /// Without a corner twice in a row and without spikes that go out and back.
  private static func simplified(_ ring: [Int]) -> [Int] {
    var kept: [Int] = []
    for corner in ring {
      if kept.last == corner { continue }
      if kept.count > 1, kept[kept.count - 2] == corner {
        kept.removeLast()
      } else {
        kept.append(corner)
      }
    }
    while kept.count > 1, kept.first == kept.last { kept.removeLast() }
    while kept.count > 2, kept[1] == kept[kept.count - 1] {
      kept.removeFirst()
      kept.removeLast()
    }
    return kept
  }

  /// Puts corners where edges pass by one or cross, until none does.
  ///
  /// Among corners that lie closer than the tolerance, what is moved for one crossing can make another, and so on. Then
  /// the rest is done to a millimetre.
  /// - Returns: false where edges still cross after many rounds.
  mutating func noded() -> Bool {
    for round in 0..<Self.mostRounds {
      if round == Self.mostRounds / 4 { reach = min(tolerance, Self.finest) }
      let edges = edges
      let found = additions(to: edges)
      guard !found.isEmpty else { return true }
      insert(found)
    }
    return false
  }

  private static let mostRounds = 80
  /// In metres.
  private static let finest = 1e-3

  private struct EdgeKey: Hashable {
    var low: Int
    var high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// All edges, each once, in a fixed order, with the first parcel that has it.
  private var edges: [(start: Int, end: Int, parcel: Int)] {
    var known = Set<EdgeKey>()
    var edges: [(start: Int, end: Int, parcel: Int)] = []
    for (number, parcel) in rings.enumerated() {
      for ring in parcel {
        for (place, start) in ring.enumerated() {
          let end = ring[(place + 1) % ring.count]
          if known.insert(EdgeKey(start, end)).inserted {
            edges.append((min(start, end), max(start, end), number))
          }
        }
      }
    }
    return edges
  }

  private mutating func additions(to edges: [(start: Int, end: Int, parcel: Int)]) -> [EdgeKey: [Int]] {
    var found: [EdgeKey: [Int]] = [:]
    let places = SpatialIndex(corners.map { Bounds(of: [$0]) })
    for edge in edges {
      let segment = Segment(start: corners[edge.start], end: corners[edge.end])
      let box = Bounds(of: [segment.start, segment.end]).widened(byMetres: reach)
      for corner in places.query(box) where corner != edge.start && corner != edge.end {
        let fraction = segment.nearestFraction(to: corners[corner])
        let distance = segment.distance(to: corners[corner])
        guard fraction > 0, fraction < 1, distance < reach * 0.999 else { continue }
        found[EdgeKey(edge.start, edge.end), default: []].append(corner)
        if distance > Self.visible {
          changes.append(
            .init(kind: .addedCorner, place: corners[corner], amount: distance, parcels: [edge.parcel]))
        }
      }
    }
    if !found.isEmpty { return found }
    cross(edges, &found)
    return found
  }

  private mutating func cross(_ edges: [(start: Int, end: Int, parcel: Int)], _ found: inout [EdgeKey: [Int]])
  {
    let segments = edges.map { Segment(start: corners[$0.start], end: corners[$0.end]) }
    let index = SpatialIndex(segments.map { Bounds(of: [$0.start, $0.end]) })
    for (number, segment) in segments.enumerated() {
      for other in index.query(Bounds(of: [segment.start, segment.end])) where other > number {
        guard let point = Self.crossing(segment, segments[other]) else { continue }
        let parcels = [edges[number].parcel, edges[other].parcel]
        let corner = self.corner(at: point, parcel: parcels[0])
        changes.append(.init(kind: .crossing, place: point, amount: 0, parcels: parcels))
        for edge in [edges[number], edges[other]] where corner != edge.start && corner != edge.end {
          found[EdgeKey(edge.start, edge.end), default: []].append(corner)
        }
      }
    }
  }

  private static func crossing(_ a: Segment, _ b: Segment) -> Point? {
    guard a.start != b.start, a.start != b.end, a.end != b.start, a.end != b.end else { return nil }
    let spread = a.step.cross(b.step)
    guard spread != 0 else { return nil }
    let along = (b.start - a.start).cross(b.step) / spread
    let across = (b.start - a.start).cross(a.step) / spread
    guard along > 0, along < 1, across > 0, across < 1 else { return nil }
    return a.point(atFraction: along)
  }

  private mutating func insert(_ additions: [EdgeKey: [Int]]) {
    for number in rings.indices {
      rings[number] = rings[number].map { ring in
        var longer: [Int] = []
        for (place, start) in ring.enumerated() {
          let end = ring[(place + 1) % ring.count]
          longer.append(start)
          guard let added = additions[EdgeKey(start, end)] else { continue }
          let segment = Segment(start: corners[start], end: corners[end])
          longer += Set(added).map { (segment.nearestFraction(to: corners[$0]), $0) }.sorted { $0 < $1 }.map(
            \.1)
        }
        return Self.simplified(longer)
      }.filter { $0.count > 2 }
    }
  }
}
