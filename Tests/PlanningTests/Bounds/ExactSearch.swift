/// The most plots of whole metres that a small site holds, by looking at everything.
///
/// Shares nothing with the engine. It does not ask that lanes lead to the road, so it finds no fewer than are legal.
struct ExactSearch {
  private let site: SmallSite
  private let isRelaxed: Bool
  private let places: [GridPlot]
  /// For each place those that may stand beside it.
  private let fitting: [Set<Int>]
  private(set) var best: [GridPlot] = []
  /// False when the search was given up; what was found is legal all the same.
  private(set) var isExact = true
  private var rounds = 0

  private static let mostRounds = 4_000

  init(_ site: SmallSite, isRelaxed: Bool) {
    self.site = site
    self.isRelaxed = isRelaxed
    let places = site.places()
    self.places = places
    fitting = places.map { place in
      Set(
        places.indices.filter {
          Self.fit(place, places[$0], isRelaxed) && Self.fit(places[$0], place, isRelaxed)
        })
    }
    extend([], Array(places.indices))
  }

  /// Whether the second may stand beside the first.
  private static func fit(_ plot: GridPlot, _ other: GridPlot, _ isRelaxed: Bool) -> Bool {
    if other.body.overlaps(plot.body) || other.body.overlaps(plot.front) { return false }
    if plot.isMate(of: other) || (isRelaxed && plot.isLevel != other.isLevel) { return true }
    return !plot.ends(SmallSite.sideGap).contains { $0.overlaps(other.body) }
  }

  private mutating func extend(_ chosen: [Int], _ open: [Int]) {
    rounds += 1
    if rounds > Self.mostRounds { isExact = false }
    guard isExact else { return }
    if chosen.count > best.count { best = chosen.map { places[$0] } }
    var classes = classes(open)
    // Of the classes up to one, at most as many plots can be added as they are.
    while let last = classes.popLast(), chosen.count + classes.count + 1 > best.count {
      // A class gives one plot at most; those without any of it are seen when the next class is taken.
      let rest = classes.flatMap(\.self)
      for place in last {
        let next = chosen + [place]
        if keepsRowRule(next) { extend(next, rest.filter { fitting[place].contains($0) }) }
      }
    }
  }

  /// Places in classes of which no two may stand together.
  private func classes(_ open: [Int]) -> [[Int]] {
    var classes: [[Int]] = []
    for place in open {
      if let index = classes.firstIndex(where: { $0.allSatisfy { !fitting[place].contains($0) } }) {
        classes[index].append(place)
      } else {
        classes.append([place])
      }
    }
    return classes
  }

  /// No row is too long, and nothing stands in the wide gap beyond a longest one; neither is mended by more plots.
  private func keepsRowRule(_ chosen: [Int]) -> Bool {
    let plots = chosen.map { places[$0] }
    for plot in plots {
      let row = Self.row(of: plot, in: plots)
      if row.count > site.rowMaximum { return false }
      guard row.count == site.rowMaximum else { continue }
      let zones = row.flatMap { $0.ends(site.rowGap) }
      for other in plots where !row.contains(other) && !(isRelaxed && other.isLevel != plot.isLevel) {
        if zones.contains(where: { $0.overlaps(other.body) }) { return false }
      }
    }
    return true
  }

  static func row(of plot: GridPlot, in plots: [GridPlot]) -> Set<GridPlot> {
    var row: Set = [plot]
    while let next = plots.first(where: { plot in
      !row.contains(plot) && row.contains { $0.isMate(of: plot) }
    }) {
      row.insert(next)
    }
    return row
  }

  /// Whether all plots of each row look the same way.
  var looksOneWay: Bool {
    best.allSatisfy { plot in Self.row(of: plot, in: best).allSatisfy { $0.facing == plot.facing } }
  }
}
