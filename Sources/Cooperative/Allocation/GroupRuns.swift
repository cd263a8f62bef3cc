internal import Geometry

/// Groups and the runs of consecutive plots that they get.
struct GroupRuns {
  private let question: AllocationQuestion
  private let request: AllocationRequest
  private let households: [Int]
  /// The nearest seats of the households: where a group would go if it could choose.
  private let seats: [Int?]
  /// The plots that are given away, in the order of their numbers.
  private let run: [Int]

  init(_ question: AllocationQuestion, _ request: AllocationRequest, households: [Int], seats: [Int?]) {
    (self.question, self.request) = (question, request)
    (self.households, self.seats) = (households, seats)
    run = seats.compactMap(\.self).sorted()
  }

  func groups() -> [AllocationGroup] {
    var blocks = declared() + made()
    guard blocks.contains(where: \.isDeclared) else { return blocks.map(\.group) }
    blocks.sort { ($0.middle, $0.group.name) < ($1.middle, $1.group.name) }
    return arranged(blocks)
  }

  // MARK: Groups

  private struct Block {
    var group: AllocationGroup
    /// Of the seats that its households would have, as places in the run.
    var middle: Double
    var isDeclared: Bool { group.isDeclared }
  }

  private func declared() -> [Block] {
    var members: [String: [Int]] = [:]
    for household in households {
      if let name = question.households[household].group { members[name, default: []].append(household) }
    }
    let seatOf = Dictionary(zip(households, seats), uniquingKeysWith: { first, _ in first })
    return members.sorted { $0.key < $1.key }.map { name, members in
      let places = members.compactMap { seatOf[$0] ?? nil }
      let middle = places.isEmpty ? 0 : Double(places.reduce(0, +)) / Double(places.count)
      return Block(
        group: AllocationGroup(name: name, isDeclared: true, households: members, places: []), middle: middle)
    }
  }

  /// Groups of those without one: who would sit side by side in a row of plots.
  private func made() -> [Block] {
    let loose = zip(households, seats).filter { question.households[$0.0].group == nil && $0.1 != nil }
      .sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }
    var stretches: [[(household: Int, place: Int)]] = []
    for (household, seat) in loose {
      guard let seat else { continue }
      if let last = stretches.last?.last, continues(last.place, seat) {
        stretches[stretches.count - 1].append((household, seat))
      } else {
        stretches.append([(household, seat)])
      }
    }
    var blocks: [Block] = []
    for stretch in stretches {
      let parts = (stretch.count + request.groupSize - 1) / request.groupSize
      for part in 0..<parts {
        let members = stretch[(stretch.count * part / parts)..<(stretch.count * (part + 1) / parts)]
        let places = members.map(\.place)
        blocks.append(
          Block(
            group: AllocationGroup(
              name: "made \(blocks.count + 1)", isDeclared: false, households: members.map(\.household),
              places: places),
            middle: Double(places.reduce(0, +)) / Double(places.count)))
      }
    }
    return blocks
  }

  /// Whether a plot stands beside the one before it in the same row.
  private func continues(_ before: Int, _ after: Int) -> Bool {
    let (a, b) = (question.places[before], question.places[after])
    let metres = a.centre.distance(to: b.centre)
    // Between declared groups few are left in a row; they take who lives near.
    return hasDeclared ? metres < Self.nearMetres : a.row == b.row && metres < Self.sameRowMetres
  }

  private var hasDeclared: Bool { households.contains { question.households[$0].group != nil } }

  /// Plots farther apart are no neighbours in a row: a gap between rows has 4 m, a plot seldom more than 8 m.
  private static let sameRowMetres = 12.0
  private static let nearMetres = 30.0

  // MARK: Runs

  /// An order of the blocks along the run, improved by moving blocks as long as that helps.
  private func arranged(_ start: [Block]) -> [AllocationGroup] {
    let run = RunSums(run.map { question.places[$0].centre })
    let people = start.map {
      $0.group.households.map { question.homes[$0] - run.origin }.reduce(Vector(dx: 0, dy: 0), +)
    }
    var order = Array(start.indices)
    func cost(_ order: [Int]) -> Double {
      var place = 0
      var sum = 0.0
      for block in order {
        let count = start[block].group.households.count
        sum += run.cost(from: place, count: count, people: people[block])
        place += count
      }
      return sum
    }
    var best = cost(order)
    // Each try looks at every block, so with many blocks only near places are tried.
    let reach = order.count <= Self.mostFreely ? order.count : Self.reach
    for _ in 0..<Self.rounds {
      var isBetter = false
      for first in order.indices {
        for second in max(0, first - reach)..<min(order.count, first + reach + 1) where second != first {
          var moved = order
          moved.insert(moved.remove(at: first), at: second)
          var swapped = order
          swapped.swapAt(first, second)
          for candidate in [moved, swapped] {
            let value = cost(candidate)
            if value < best - 1e-6 { (order, best, isBetter) = (candidate, value, true) }
          }
        }
      }
      if !isBetter { break }
    }
    return cut(order.map { start[$0].group })
  }

  private static let rounds = 20
  private static let mostFreely = 150
  /// How many blocks far a block is moved at once.
  private static let reach = 12

  private func cut(_ groups: [AllocationGroup]) -> [AllocationGroup] {
    var rest = run[...]
    return groups.map { group in
      var group = group
      group.places = Array(rest.prefix(group.households.count))
      rest = rest.dropFirst(group.households.count)
      return group
    }
  }
}

/// Sums along a run of plots, so that a stretch is judged at once.
private struct RunSums {
  let origin: Point
  private var sums: [Vector] = [Vector(dx: 0, dy: 0)]

  init(_ points: [Point]) {
    origin = Bounds(of: points).centre ?? Point(x: 0, y: 0)
    for point in points { sums.append((sums.last ?? Vector(dx: 0, dy: 0)) + (point - origin)) }
  }

  /// Squared distances between people and plots and among the plots of a stretch, less what is the same for all orders.
  func cost(from place: Int, count: Int, people: Vector) -> Double {
    let end = min(place + count, sums.count - 1)
    guard place < end else { return 0 }
    let plots = sums[end] + -sums[place]
    return -(2 * people.dot(plots) + plots.dot(plots)) / Double(count)
  }
}
