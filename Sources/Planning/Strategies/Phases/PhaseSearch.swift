import GEOS
import Geometry
import Settlement

/// The search for an order of blocks with few people in temporary homes.
struct PhaseSearch {
  private let blocks: BuildingBlocks
  private let houses: [House]
  private let seats: [Int?]
  private let distances: [Double?]
  /// For each house the blocks that cannot be built while it stands.
  private let under: [[Int]]
  /// The block in which each household gets its plot.
  private let home: [Int?]

  /// How good an order is: fewer people at one time first, then less waiting.
  private struct Worth: Comparable {
    var peak: Int
    var phases: Int

    static func < (a: Worth, b: Worth) -> Bool { (a.peak, a.phases) < (b.peak, b.phases) }
  }

  init(blocks: BuildingBlocks, plots: [Plot], houses: [House]) throws {
    self.blocks = blocks
    self.houses = houses
    let places = plots.map { Bounds(of: $0.area.flatMap(\.shell.points)).centre ?? Point(x: 0, y: 0) }
    let people = houses.map { $0.shape.bounds.centre ?? Point(x: 0, y: 0) }
    let seats = Seating.seats(of: people, on: places)
    self.seats = seats
    distances = zip(people, seats).map { person, seat in seat.map { person.distance(to: places[$0]) } }
    var blockOfPlot = Array(repeating: 0, count: plots.count)
    for (block, members) in blocks.plots.enumerated() { for plot in members { blockOfPlot[plot] = block } }
    home = seats.map { $0.map { blockOfPlot[$0] } }
    under = try houses.map { try blocks.blocks(under: $0.shape) }
  }

  func best(transit: Int?) -> PhasePlan {
    let natural = Array(blocks.plots.indices)
    let starts = [greedy(), natural, natural.reversed()]
    let found = starts.map(improved).min { worth($0) < worth($1) } ?? natural
    let value = worth(found)
    return PhasePlan(
      phases: found.map { blocks.plots[$0] }, moves: moves(found), peak: value.peak,
      householdPhases: value.phases,
      peakAtOnce: houses.indices.count { home[$0] != nil && !under[$0].isEmpty },
      fits: transit.map { value.peak <= $0 } ?? true)
  }

  private func moves(_ order: [Int]) -> [PhasePlan.Move] {
    var place = Array(repeating: 0, count: order.count)
    for (phase, block) in order.enumerated() { place[block] = phase + 1 }
    return houses.indices.map { house in
      PhasePlan.Move(
        house: house, plot: seats[house], leaves: under[house].map { place[$0] }.min(),
        ready: home[house].map { place[$0] }, metres: distances[house])
    }
  }

  /// How many wait in each phase; an order may be the beginning of one.
  private func worth(_ order: [Int]) -> Worth {
    let last = blocks.plots.count
    var place = Array(repeating: last, count: last)
    for (phase, block) in order.enumerated() { place[block] = phase }
    var waiting = Array(repeating: 0, count: order.count)
    for house in houses.indices {
      guard let home = home[house], let leaves = under[house].map({ place[$0] }).min() else { continue }
      for phase in leaves..<max(leaves, min(place[home] + 1, order.count)) { waiting[phase] += 1 }
    }
    return Worth(peak: waiting.max() ?? 0, phases: waiting.reduce(0, +))
  }

  /// Always the block next that keeps fewest people waiting.
  private func greedy() -> [Int] {
    var order: [Int] = []
    var open = Array(blocks.plots.indices)
    while !open.isEmpty {
      guard let next = open.indices.min(by: { worth(order + [open[$0]]) < worth(order + [open[$1]]) }) else {
        break
      }
      order.append(open.remove(at: next))
    }
    return order
  }

  /// Moves and exchanges blocks as long as that helps. More blocks than this are left as they were found.
  private func improved(_ start: [Int]) -> [Int] {
    var order = start
    guard order.count <= Self.mostSearched else { return order }
    var best = worth(order)
    var isBetter = true
    while isBetter {
      isBetter = false
      for first in order.indices {
        for second in order.indices where second != first {
          var moved = order
          moved.insert(moved.remove(at: first), at: second)
          var swapped = order
          swapped.swapAt(first, second)
          for candidate in [moved, swapped] where worth(candidate) < best {
            (order, best, isBetter) = (candidate, worth(candidate), true)
          }
        }
      }
    }
    return order
  }

  private static let mostSearched = 60
}
