/// The name that was probably meant, or nil when none is near.
///
/// A third of the letters may be wrong, at least one; a beginning of three letters or more counts as near.
public func nearest(to word: String, among names: [String]) -> String? {
  // A word this long is no mistyped name, and the table below grows with its square.
  guard !word.isEmpty, word.utf8.count <= 64 else { return nil }
  let letters = Array(word.lowercased())
  let allowance = max(1, letters.count / 3)
  let ranked = names.map { (name: $0, distance: editDistance(letters, Array($0.lowercased()))) }
  if let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= allowance { return best.name }
  return letters.count >= 3 ? names.first { $0.hasPrefix(word.lowercased()) } : nil
}

/// Letters to insert, drop, change or swap with their neighbour (optimal string alignment; Damerau 1964).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
