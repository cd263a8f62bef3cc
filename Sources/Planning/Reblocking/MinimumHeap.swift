/// A binary heap of numbered things, the least first; of two alike the lower number.
struct MinimumHeap {
  private var items: [(key: Double, number: Int)] = []

  var isEmpty: Bool { items.isEmpty }

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func insert(_ number: Int, key: Double) {
    items.append((key, number))
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard isLess(place, parent) else { return }
      items.swapAt(place, parent)
      place = parent
    }
  }

  mutating func popLeast() -> (key: Double, number: Int)? {
    guard let least = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return least }
    items[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < items.count else { return least }
      if child + 1 < items.count, isLess(child + 1, child) { child += 1 }
      guard isLess(child, place) else { return least }
      items.swapAt(child, place)
      place = child
    }
  }

  private func isLess(_ a: Int, _ b: Int) -> Bool {
    items[a].key < items[b].key || (items[a].key == items[b].key && items[a].number < items[b].number)
  }
}
