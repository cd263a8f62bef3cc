/// Lanes added so that no dead end is longer than asked: each where it costs least, one after the other.
///
/// A dead end is what one must go back by the same way to reach a road.
public struct LaneLoops: Sendable {
  /// The edges that were added, in ascending order.
  public private(set) var added: [Int] = []
  /// How far the longest dead end goes, in metres, before and after.
  public private(set) var longestBefore = 0.0
  public private(set) var longestAfter = 0.0

  private let partition: ParcelPartition
  private let request: ReblockingRequest
  private var isOpen: [Bool]
  private let isRoadCorner: [Bool]
  private let edgesAt: [[Int]]

  /// - Parameter limit: in metres; infinite to measure alone.
  public init(
    _ partition: ParcelPartition, _ request: ReblockingRequest, opened: [Int], limitMetres limit: Double
  ) {
    self.partition = partition
    self.request = request
    isOpen = Array(repeating: false, count: partition.edges.count)
    for edge in opened { isOpen[edge] = true }
    var isRoadCorner = [Bool](repeating: false, count: partition.corners.count)
    var edgesAt = [[Int]](repeating: [], count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() {
      if request.isRoad[number] {
        isRoadCorner[edge.start] = true
        isRoadCorner[edge.end] = true
      } else if request.weights[number].isFinite {
        edgesAt[edge.start].append(number)
        edgesAt[edge.end].append(number)
      }
    }
    self.isRoadCorner = isRoadCorner
    self.edgesAt = edgesAt
    var ends = DeadEnds(partition, isOpen: isOpen, isRoadCorner: isRoadCorner, edgesAt: edgesAt)
    longestBefore = ends.longest
    var isHopeless = Set<Int>()
    while let tip = ends.tip(longerThan: limit, except: isHopeless) {
      let way = ends.way(up: tip)
      guard let link = link(from: way, tip, ends, limit) else {
        isHopeless.insert(tip)
        continue
      }
      for edge in link { isOpen[edge] = true }
      added += link
      ends = DeadEnds(partition, isOpen: isOpen, isRoadCorner: isRoadCorner, edgesAt: edgesAt)
    }
    added.sort()
    longestAfter = ends.longest
  }

  /// The edges to open from the last part of a dead end to ground that two ways lead out of.
  private func link(from way: [(corner: Int, edge: Int)], _ tip: Int, _ ends: DeadEnds, _ limit: Double)
    -> [Int]?
  {
    let blocked = Set(way.map(\.edge))
    var distance = [Int: Double]()
    var via = [Int: (corner: Int, edge: Int)]()
    var heap = MinimumHeap()
    for corner in [tip] + way.map(\.corner) where ends.depth[tip] - ends.depth[corner] <= limit {
      guard !isRoadCorner[corner], ends.depth[corner] > 0 else { continue }
      distance[corner] = 0
      heap.insert(corner, key: 0)
    }
    while let (key, corner) = heap.popLeast() {
      guard key <= distance[corner] ?? .infinity else { continue }
      if isRoadCorner[corner] || ends.depth[corner] == 0 {
        var link: [Int] = []
        var place = corner
        while let step = via[place] {
          if !isOpen[step.edge] { link.append(step.edge) }
          place = step.corner
        }
        return link.isEmpty ? nil : link
      }
      for number in edgesAt[corner] where !blocked.contains(number) {
        let edge = partition.edges[number]
        let end = edge.start == corner ? edge.end : edge.start
        let reach = key + (isOpen[number] ? 0 : partition.length(ofEdge: number) * request.weights[number])
        guard reach < distance[end] ?? .infinity else { continue }
        distance[end] = reach
        via[end] = (corner, number)
        heap.insert(end, key: reach)
      }
    }
    return nil
  }
}

/// How far each corner of open lanes lies from a place with two ways out, along edges that alone join it.
struct DeadEnds {
  /// In metres; infinite off the lanes.
  private(set) var depth: [Double]
  private var via: [(corner: Int, edge: Int)?]

  init(_ partition: ParcelPartition, isOpen: [Bool], isRoadCorner: [Bool], edgesAt: [[Int]]) {
    depth = Array(repeating: .infinity, count: partition.corners.count)
    via = Array(repeating: nil, count: partition.corners.count)
    let isBridge = Self.bridges(partition, isOpen, isRoadCorner, edgesAt)
    var heap = MinimumHeap()
    for corner in depth.indices where isRoadCorner[corner] {
      depth[corner] = 0
      heap.insert(corner, key: 0)
    }
    while let (key, corner) = heap.popLeast() {
      guard key <= depth[corner] else { continue }
      for number in edgesAt[corner] where isOpen[number] {
        let edge = partition.edges[number]
        let end = edge.start == corner ? edge.end : edge.start
        let reach = key + (isBridge.contains(number) ? partition.length(ofEdge: number) : 0)
        guard reach < depth[end] else { continue }
        depth[end] = reach
        via[end] = (corner, number)
        heap.insert(end, key: reach)
      }
    }
  }

  var longest: Double { depth.filter(\.isFinite).max() ?? 0 }

  /// The end of the longest dead end that is longer than a limit.
  func tip(longerThan limit: Double, except hopeless: Set<Int>) -> Int? {
    depth.indices.filter { depth[$0].isFinite && depth[$0] > limit + 1e-9 && !hopeless.contains($0) }
      .max { (depth[$0], $1) < (depth[$1], $0) }
  }

  /// The way from a corner to the road: each corner with the edge that leads to it.
  func way(up corner: Int) -> [(corner: Int, edge: Int)] {
    var way: [(corner: Int, edge: Int)] = []
    var place = corner
    while let step = via[place] {
      way.append(step)
      place = step.corner
    }
    return way
  }

  /// Edges whose closing parts a corner from the road; all roads count as one place.
  ///
  /// After R. E. Tarjan, "A note on finding the bridges of a graph" (1974), without recursion.
  private static func bridges(
    _ partition: ParcelPartition, _ isOpen: [Bool], _ isRoadCorner: [Bool], _ edgesAt: [[Int]]
  ) -> Set<Int> {
    let road = partition.corners.count
    var edges: [Int: [(end: Int, edge: Int)]] = [:]
    for (number, edge) in partition.edges.enumerated() where isOpen[number] {
      let (a, b) = (isRoadCorner[edge.start] ? road : edge.start, isRoadCorner[edge.end] ? road : edge.end)
      edges[a, default: []].append((b, number))
      edges[b, default: []].append((a, number))
    }
    var order: [Int: Int] = [road: 0]
    var low: [Int: Int] = [road: 0]
    var bridges = Set<Int>()
    var stack: [(node: Int, arrival: Int, next: Int)] = [(road, -1, 0)]
    while let top = stack.last {
      let around = edges[top.node] ?? []
      guard top.next < around.count else {
        stack.removeLast()
        if let parent = stack.last {
          let below = low[top.node] ?? 0
          low[parent.node] = min(low[parent.node] ?? 0, below)
          if below > order[parent.node] ?? 0 { bridges.insert(top.arrival) }
        }
        continue
      }
      stack[stack.count - 1].next += 1
      let (end, edge) = around[top.next]
      guard edge != top.arrival else { continue }
      if let seen = order[end] {
        low[top.node] = min(low[top.node] ?? 0, seen)
      } else {
        order[end] = order.count
        low[end] = order[end]
        stack.append((end, edge, 0))
      }
    }
    return bridges
  }
}
