/// Whoever takes printed numbers from printed sums: what each unknown may be, by interval arithmetic until nothing moves.
public struct IntervalAttack {
  public private(set) var least: [Int]
  public private(set) var most: [Int]

  /// - Parameters:
  ///   - printed: a number for each place, nil where none is printed.
  ///   - atLeast: what is known of the others from the start.
  ///   - sums: places with what they add up to.
  public init(printed: [Int?], atLeast: Int, sums: [(places: [Int], value: Int)]) {
    let beyond = 1_000_000
    least = printed.map { $0 ?? atLeast }
    most = printed.map { $0 ?? beyond }
    var moves = true
    while moves {
      moves = false
      for sum in sums {
        let (low, high) = sum.places.reduce((0, 0)) { ($0.0 + least[$1], $0.1 + most[$1]) }
        for place in sum.places {
          let newMost = sum.value - (low - least[place])
          let newLeast = sum.value - (high - most[place])
          if newMost < most[place] { (most[place], moves) = (newMost, true) }
          if newLeast > least[place] { (least[place], moves) = (newLeast, true) }
        }
      }
    }
  }

  /// Whether it is sure that there are from 1 to 4, or exactly how many of so few.
  public func findsFew(_ place: Int) -> Bool { most[place] < 5 && least[place] > 0 }
  public func pins(_ place: Int) -> Bool { most[place] == least[place] }
}
