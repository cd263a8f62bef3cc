public import Geometry
internal import Matching

/// Seats people on places so that the sum of squared distances is least: neighbours stay neighbours (facts/layout.md §5).
public enum Seating {
  /// The place of each person; nil for those for whom none is left. The same input gives the same seats.
  public static func seats(of people: [Point], on places: [Point]) -> [Int?] {
    LeastCostMatching(rows: people.count, columns: places.count) { person, place in
      let gap = people[person] - places[place]
      return gap.dot(gap)
    }.columns
  }
}
