import Settlement

/// Plot numbers from 1 on, without those that decided plots have as number or in their id.
struct FreeNumbers {
  private let taken: Set<Int>
  private let ids: Set<String>
  private var last = 0

  init(beside plots: [Plot]) {
    taken = Set(plots.compactMap(\.number))
    ids = Set(plots.compactMap(\.id))
  }

  mutating func next() -> Int {
    repeat { last += 1 } while taken.contains(last) || ids.contains("P\(last)")
    return last
  }
}
