import Geometry
import Planning
import TestSupport
import Testing

/// Seats against every other way to seat, on small seeded cases.
@Suite struct SeatingTests {
  @Test(arguments: UInt64(0)..<60) func isTheBest(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func points(_ count: Int) -> [Point] {
      (0..<count).map { _ in
        Point(x: Double.random(in: 0...100, using: &random), y: Double.random(in: 0...30, using: &random))
      }
    }
    let people = points(Int.random(in: 0...5, using: &random))
    let places = points(Int.random(in: 0...6, using: &random))
    let seats = Seating.seats(of: people, on: places)
    let taken = seats.compactMap(\.self)
    #expect(seats.count == people.count)
    #expect(taken.count == min(people.count, places.count))
    #expect(Set(taken).count == taken.count)
    let cost = zip(people, seats).reduce(0.0) { sum, pair in
      sum + (pair.1.map { Self.cost(pair.0, places[$0]) } ?? 0)
    }
    #expect(abs(cost - Self.least(people, places)) < 1e-6)
  }

  private static func cost(_ a: Point, _ b: Point) -> Double { (a - b).dot(a - b) }

  private static func least(_ people: [Point], _ places: [Point]) -> Double {
    if people.count > places.count { return least(places, people) }
    guard let first = people.first else { return 0 }
    return places.indices.map { place in
      var rest = places
      rest.remove(at: place)
      return cost(first, places[place]) + least(Array(people.dropFirst()), rest)
    }.min() ?? 0
  }
}
