public import Geometry

/// Seats people on places so that the sum of squared distances is least.
///
/// The shortest augmenting path method of Jonker and Volgenant (1987), in its plain form.
public enum Seating {
  /// The place of each person; nil for those for whom none is left.
  ///
  /// The same input gives the same seats. Time grows with people squared times places.
  public static func seats(of people: [Point], on places: [Point]) -> [Int?] {
    guard !people.isEmpty, !places.isEmpty else { return people.map { _ in nil } }
    guard people.count <= places.count else {
      var seats = [Int?](repeating: nil, count: people.count)
      for (place, person) in fewerSeats(of: places, on: people).enumerated() { seats[person] = place }
      return seats
    }
    return fewerSeats(of: people, on: places).map(\.self)
  }

  /// For at most as many people as places.
  private static func fewerSeats(of people: [Point], on places: [Point]) -> [Int] {
    var rows = [Double](repeating: 0, count: people.count + 1)
    var columns = [Double](repeating: 0, count: places.count + 1)
    // 1-based, with 0 for nobody.
    var holder = [Int](repeating: 0, count: places.count + 1)
    for person in 1...people.count {
      holder[0] = person
      var least = [Double](repeating: .infinity, count: places.count + 1)
      var before = [Int](repeating: 0, count: places.count + 1)
      var isDone = [Bool](repeating: false, count: places.count + 1)
      var place = 0
      repeat {
        isDone[place] = true
        let row = holder[place]
        var (step, next) = (Double.infinity, 0)
        for other in 1...places.count where !isDone[other] {
          let gap = people[row - 1] - places[other - 1]
          let cost = gap.dot(gap) - rows[row] - columns[other]
          if cost < least[other] { (least[other], before[other]) = (cost, place) }
          if least[other] < step { (step, next) = (least[other], other) }
        }
        for other in 0...places.count {
          if isDone[other] {
            rows[holder[other]] += step
            columns[other] -= step
          } else {
            least[other] -= step
          }
        }
        place = next
      } while holder[place] != 0
      while place != 0 {
        holder[place] = holder[before[place]]
        place = before[place]
      }
    }
    var seats = [Int](repeating: 0, count: people.count)
    for place in 1...places.count where holder[place] > 0 { seats[holder[place] - 1] = place - 1 }
    return seats
  }
}
