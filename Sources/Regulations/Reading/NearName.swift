/// What somebody may have meant by a name that is not known.
enum NearName {
  /// `did you mean "x"?`, or the names there are.
  static func advice(for name: String, among known: [String]) -> String {
    let near = nearest(to: name, among: known)
    if !near.isEmpty { return "did you mean \(list(near, quoted: true, last: " or "))?" }
    return known.isEmpty ? "take it out" : "there are \(list(known, quoted: false, last: " and "))"
  }

  /// The names within a third of the letters of being the same, nearest first; at most three.
  static func nearest(to name: String, among known: [String]) -> [String] {
    // A name of a whole page is no typing error, and would cost its square.
    guard name.utf8.count <= 64 else { return [] }
    let scored = known.map { (distance: distance(name, $0), name: $0) }
    let near = scored.filter { $0.distance <= max(1, max(name.count, $0.name.count) / 3) }
    let containing = scored.filter { $0.name.contains(name) || name.contains($0.name) }
    let chosen = near.isEmpty && name.count > 2 ? containing : near
    return chosen.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  static func list(_ names: [String], quoted: Bool, last: String) -> String {
    let words = quoted ? names.map { "\"\($0)\"" } : names
    guard let end = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + last + end
  }

  /// Letters to put in, take out, change or swap with their neighbour to turn one word into the other.
  private static func distance(_ one: String, _ other: String) -> Int {
    let letters = Array(one.lowercased())
    let others = Array(other.lowercased())
    var beforeLast: [Int] = []
    var last = Array(0...others.count)
    for i in letters.indices {
      var row = [i + 1]
      for j in others.indices {
        var best = min(last[j] + (letters[i] == others[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        let isSwap = i > 0 && j > 0 && letters[i] == others[j - 1] && letters[i - 1] == others[j]
        if isSwap { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[others.count]
  }
}
