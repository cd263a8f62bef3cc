internal import Geometry

/// In which order lanes are best opened: again and again the way that serves most homes per metre, from what is open.
public struct OpeningOrder: Sendable {
  /// One lane, and who has access once it and all before it are open.
  public struct Step: Hashable, Sendable {
    /// The number of the lane.
    public var lane: Int
    /// Parcels that it serves first.
    public var newlyServed: Int
    /// Of all parcels, those with access from then on, as a part.
    public var servedShare: Double
  }

  public private(set) var steps: [Step] = []

  /// - Parameters:
  ///   - lines: the corners of each lane.
  ///   - waiting: for each parcel without access today, the corners that would serve it.
  ///   - isOpen: whether a corner lies on a road.
  ///   - parcels: how many there are.
  public init(
    _ partition: ParcelPartition, lines: [[Int]], waiting: [[Int]], isOpen: [Bool], parcels: Int
  ) {
    var search = WaySearch(partition, lines: lines, waiting: waiting, isOpen: isOpen)
    var heap: [(worth: Double, piece: Int)] = search.pieces.indices.compactMap { piece in
      search.best(inPiece: piece).map { ($0.worth, piece) }
    }
    // What a way is worth only falls while others are opened, so the best is the one that is still worth it.
    while let top = heap.indices.max(by: {
      (heap[$0].worth, heap[$1].piece) < (heap[$1].worth, heap[$0].piece)
    }) {
      let piece = heap[top].piece
      guard let best = search.best(inPiece: piece) else {
        heap.remove(at: top)
        continue
      }
      guard best.worth >= heap[top].worth - 1e-12 else {
        heap[top].worth = best.worth
        continue
      }
      for lane in best.way {
        let fresh = search.lay(lane)
        let share = Double(parcels - waiting.count + search.served.count) / Double(max(1, parcels))
        steps.append(Step(lane: lane, newlyServed: fresh, servedShare: share))
      }
      heap[top].worth = search.best(inPiece: piece)?.worth ?? 0
    }
  }
}

/// Looks for the way over lanes not yet laid that serves most for its length.
private struct WaySearch {
  /// Lanes that hang together without roads.
  private(set) var pieces: [[Int]] = []
  private(set) var served = Set<Int>()
  private let ends: [[Int]]
  private let corners: [[Int]]
  private let lengths: [Double]
  private let parcels: [[Int]]
  private var lanesAt: [Int: [Int]] = [:]
  private var isReached: [Bool]
  private var isLaid: [Bool]

  /// A step looks so many lanes ahead.
  private static let longestWay = 12

  init(_ partition: ParcelPartition, lines: [[Int]], waiting: [[Int]], isOpen: [Bool]) {
    corners = lines
    ends = lines.map { [$0.first, $0.last].compactMap(\.self) }
    isReached = isOpen
    isLaid = Array(repeating: false, count: lines.count)
    lengths = lines.map { line in
      zip(line, line.dropFirst()).reduce(0) {
        $0 + partition.corners[$1.0].distance(to: partition.corners[$1.1])
      }
    }
    var parcelsAt: [Int: [Int]] = [:]
    for (parcel, corners) in waiting.enumerated() {
      for corner in corners { parcelsAt[corner, default: []].append(parcel) }
    }
    parcels = lines.map { line in Set(line.flatMap { parcelsAt[$0] ?? [] }).sorted() }
    for (lane, ends) in ends.enumerated() {
      for corner in Set(ends) where !isOpen[corner] { lanesAt[corner, default: []].append(lane) }
    }
    var isSeen = isLaid
    for lane in lines.indices where !isSeen[lane] {
      isSeen[lane] = true
      var piece = [lane]
      var place = 0
      while place < piece.count {
        for next in ends[piece[place]].flatMap({ lanesAt[$0] ?? [] }) where !isSeen[next] {
          isSeen[next] = true
          piece.append(next)
        }
        place += 1
      }
      pieces.append(piece.sorted())
    }
  }

  /// Nil where all is laid, or no road reaches the rest.
  func best(inPiece piece: Int) -> (worth: Double, way: [Int])? {
    var best: (worth: Double, way: [Int])?
    var seen = Set<Int>()
    var queue: [(way: [Int], metres: Double, gained: Set<Int>)] = []
    for lane in pieces[piece] where !isLaid[lane] && ends[lane].contains(where: { isReached[$0] }) {
      seen.insert(lane)
      queue.append(([lane], lengths[lane], Set(parcels[lane]).subtracting(served)))
    }
    var place = 0
    while place < queue.count {
      let (way, metres, gained) = queue[place]
      place += 1
      let worth = Double(gained.count) / max(1e-9, metres)
      if best.map({ worth > $0.worth }) ?? true { best = (worth, way) }
      guard way.count < Self.longestWay, let last = way.last else { continue }
      for next in ends[last].flatMap({ lanesAt[$0] ?? [] }) where !isLaid[next] && seen.insert(next).inserted
      {
        queue.append(
          (way + [next], metres + lengths[next], gained.union(Set(parcels[next]).subtracting(served))))
      }
    }
    return best
  }

  /// Opens a lane; gives how many it serves first.
  mutating func lay(_ lane: Int) -> Int {
    isLaid[lane] = true
    for corner in corners[lane] { isReached[corner] = true }
    let fresh = parcels[lane].filter { served.insert($0).inserted }
    return fresh.count
  }
}
