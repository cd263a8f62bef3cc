import Geometry

extension BaySearch {
  /// Long bays are looked over in windows of this many slabs, far more than any block is wide.
  private static let windowSlabs = 1000
  /// Each window begins this much earlier, so that it comes to the blocks as the search itself will.
  private static let leadSlabs = 100

  /// Finds out on all cores what the blocks of long bays hold; the searches afterwards mostly find them known.
  ///
  /// What a block holds does not depend on the search, so the answer is the same without this. Stopped early, the
  /// searches go on with the blocks that are known.
  static func lookAhead(_ searches: inout [BaySearch], isCancelled: @Sendable () -> Bool) {
    let windows = searches.indices.filter { searches[$0].length > 2 * windowSlabs }.flatMap { search in
      stride(from: 0, to: searches[search].length, by: windowSlabs).map { (search: search, start: $0) }
    }
    let found = Parallel.map(windows) { [searches] window in
      var search = searches[window.search]
      let end = min(window.start + windowSlabs, search.length)
      search.explore(window: max(0, window.start - leadSlabs)..<end, isCancelled: isCancelled)
      return search.known
    }
    for (window, worths) in zip(windows, found) {
      searches[window.search].known.merge(worths) { first, _ in first }
      searches[window.search].isLookedOver = true
    }
  }
}
