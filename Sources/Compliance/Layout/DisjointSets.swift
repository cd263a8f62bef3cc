/// Which of many things belong together (Galler and Fischer, "An improved equivalence algorithm", 1964).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (root(a), root(b))
    // The smaller number leads, so that the outcome does not hang on the order of joining.
    parents[max(first, second)] = min(first, second)
  }

  mutating func root(_ member: Int) -> Int {
    var place = member
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// The sets, each in ascending order, ordered by their smallest member.
  var members: [[Int]] {
    var sets = self
    var groups: [Int: [Int]] = [:]
    for member in parents.indices { groups[sets.root(member), default: []].append(member) }
    return groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
