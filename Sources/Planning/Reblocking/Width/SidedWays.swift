internal import GEOS
internal import Geometry

/// Ways for parcels that were cut off when boundaries were given up: each is looked for with the sides that give, so that
/// a boundary which cannot follow one neighbour may follow another.
struct SidedWays {
  private let partition: ParcelPartition
  private let request: ReblockingRequest
  private let terms: WideningTerms
  private let choice: StretchChoice
  private let edgesAt: [[Int]]
  /// Corners of roads that one may come in from, and of all roads and lanes.
  private let isOpenRoad: [Bool]
  private var isReached: [Bool]
  private var permitted: [Pair: Bool] = [:]
  /// The edges that are lanes, in ascending order, and their ground.
  private(set) var opened: [Int]
  private(set) var wide: LaneWidening
  /// Those of them that were not lanes before.
  private(set) var added: [Int] = []

  /// Two pieces of boundary, walked one after the other, and the side of each.
  private struct Pair: Hashable {
    var first: Int
    var second: Int
    var isRoadBehind: Bool
  }

  /// How many ends of a way are tried for one parcel; a choice of ours.
  private static let mostTried = 8

  /// - Parameters:
  ///   - request: what edges weigh before any was given up.
  ///   - barred: edges that cannot be had in any case.
  ///   - opened: lanes of which nothing is refused.
  ///   - wide: their ground.
  /// - Throws: `GEOSError`.
  init(
    _ partition: ParcelPartition, _ request: ReblockingRequest, _ terms: WideningTerms, barred: [Int],
    opened: [Int], wide: LaneWidening
  ) throws {
    (self.partition, self.request, self.terms) = (partition, request, terms)
    (self.opened, self.wide) = (opened, wide)
    choice = StretchChoice(
      partition, terms, grounds: try (0..<partition.parcelCount).map { try partition.ground(ofParcel: $0) })
    var edgesAt = [[Int]](repeating: [], count: partition.corners.count)
    var isReached = [Bool](repeating: false, count: partition.corners.count)
    var isOpenRoad = isReached
    let barred = Set(barred)
    for (number, edge) in partition.edges.enumerated() {
      for corner in [edge.start, edge.end] {
        if request.isRoad[number] {
          isReached[corner] = true
          if edge.isOutline { isOpenRoad[corner] = true }
        } else if request.weights[number].isFinite, !barred.contains(number),
          partition.length(ofEdge: number) > 0
        {
          edgesAt[corner].append(number)
        }
      }
    }
    (self.edgesAt, self.isReached, self.isOpenRoad) = (edgesAt, isReached, isOpenRoad)
    reach(opened)
  }

  private mutating func reach(_ edges: [Int]) {
    for number in edges {
      isReached[partition.edges[number].start] = true
      isReached[partition.edges[number].end] = true
    }
  }

  /// Leads lanes to parcels, in the order given, as far as that is possible without refusing any other.
  ///
  /// - Throws: `GEOSError`.
  mutating func join(_ parcels: [Int]) throws {
    for parcel in parcels where !terms.isOver() {
      guard !request.contacts[parcel].contains(where: { isReached[$0] }) else { continue }
      try join(parcel)
    }
  }

  private mutating func join(_ parcel: Int) throws {
    var distance: [Int: Double] = [:]
    var before: [Int: Int] = [:]
    var heap = MinimumHeap()
    for corner in request.contacts[parcel] {
      for edge in edgesAt[corner] {
        for side in StretchChoice.sides.indices {
          let state = state(edge, from: corner, side)
          guard try isPermitted(state, nil) else { continue }
          let length = length(edge)
          guard length < distance[state] ?? .infinity else { continue }
          distance[state] = length
          heap.insert(state, key: length)
        }
      }
    }
    var tried = Set<Int>()
    while let (key, state) = heap.popLeast(), !terms.isOver() {
      guard key <= distance[state] ?? .infinity else { continue }
      let corner = end(of: state)
      if isReached[corner] {
        guard tried.insert(edge(of: state)).inserted else { continue }
        if try accept(way(to: state, before)) || tried.count >= Self.mostTried { return }
        continue
      }
      for next in edgesAt[corner] where next != edge(of: state) {
        for side in StretchChoice.sides.indices {
          let following = self.state(next, from: corner, side)
          let reach = key + length(next)
          guard reach < distance[following] ?? .infinity, try isPermitted(state, following) else { continue }
          distance[following] = reach
          before[following] = state
          heap.insert(following, key: reach)
        }
      }
    }
  }

  private func way(to last: Int, _ before: [Int: Int]) -> [Int] {
    var way = [edge(of: last)]
    var state = last
    while let earlier = before[state] {
      way.append(edge(of: earlier))
      state = earlier
    }
    return way
  }

  private mutating func accept(_ way: [Int]) throws -> Bool {
    let more = Set(opened + way).sorted()
    let lines = partition.lines(of: more, isRoad: request.isRoad)
    let wider = try LaneWidening(
      partition, lines: lines, isRoad: request.isRoad, terms: terms, earlier: wide)
    guard wider.refusedEdges.isEmpty else { return false }
    added += Set(way).subtracting(opened).sorted()
    (opened, wide) = (more, wider)
    reach(way)
    return true
  }

  /// The lanes as they are now, after those that had been found before.
  ///
  /// They are not the least: nothing is proven of the boundaries that are left. Where everybody is served, the bound of
  /// all boundaries holds.
  /// - Parameter request: edges that are given up weigh infinitely much in it.
  func outcome(
    after earlier: ReblockingOutcome, _ request: ReblockingRequest, boundOfAll: Double
  ) -> ReblockingOutcome {
    var outcome = earlier
    outcome.opened = Set(earlier.opened + added).sorted()
    let walks = LaneWalks(partition, request).walks(along: outcome.opened)
    outcome.unreachable = earlier.isolatedBefore.filter { walks[$0] == nil }
    outcome.cost = outcome.opened.reduce(0) { $0 + length($1) }
    outcome.bound = outcome.unreachable.isEmpty ? min(outcome.cost, boundOfAll) : 0
    outcome.provenParts = 0
    return outcome
  }

  private func length(_ edge: Int) -> Double { partition.length(ofEdge: edge) * request.weights[edge] }

  // MARK: - States: an edge, the direction in which it is walked, and the side that gives

  private func state(_ edge: Int, from corner: Int, _ side: Int) -> Int {
    (2 * edge + (partition.edges[edge].start == corner ? 0 : 1)) * StretchChoice.sides.count + side
  }

  private func edge(of state: Int) -> Int { state / (2 * StretchChoice.sides.count) }

  private func start(of state: Int) -> Int {
    let edge = partition.edges[edge(of: state)]
    return state / StretchChoice.sides.count % 2 == 0 ? edge.start : edge.end
  }

  private func end(of state: Int) -> Int {
    let edge = partition.edges[edge(of: state)]
    return state / StretchChoice.sides.count % 2 == 0 ? edge.end : edge.start
  }

  private func side(of state: Int) -> Double { StretchChoice.sides[state % StretchChoice.sides.count] }

  /// Whether a lane of the least width may follow one piece of boundary, and then another.
  private mutating func isPermitted(_ first: Int, _ second: Int?) throws -> Bool {
    let last = second ?? first
    let pair = Pair(first: first, second: second ?? -1, isRoadBehind: isOpenRoad[end(of: last)])
    if let known = permitted[pair] { return known }
    let states = [first] + (second.map { [$0] } ?? [])
    var path = LanePath(
      boundary: (states.map(start) + [end(of: last)]).map { partition.corners[$0] },
      offsets: states.map { _ in 0 }, widthMetres: 0)
    if pair.isRoadBehind { path.end = .road }
    let sides = states.map(side)
    let answer =
      try zip(states, sides).allSatisfy { state, side in
        let edge = edge(of: state)
        let own = choice.forced(edge, fromStart: partition.edges[edge].start == start(of: state))
        return own == nil || own == side
      } && choice.isPermitted(path, sides, terms.leastWidthMetres)
    permitted[pair] = answer
    return answer
  }
}
