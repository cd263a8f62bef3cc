import Geometry

/// Houses that may stay where they are, in blocks of ground that is left to them.
struct KeepableHouses: Hashable, Sendable {
  struct House: Hashable, Sendable {
    /// Its place in the settlement's list.
    let index: Int
    let outline: [Point]
  }

  var houses: [House]
  /// How many plots it is worth that one of them stays.
  var plotsEach: Double
}

/// A block that is left to the houses on it.
struct KeptBlock: Sendable {
  /// By their place in the settlement's list.
  let houses: [Int]
  let slabs: Int

  var housesPerSlab: Double { Double(houses.count) / Double(max(1, slabs)) }
}

/// The blocks of one bay that could be left to the houses on them.
struct KeepableBlocks: Sendable {
  struct House: Sendable {
    let index: Int
    let slabs: Range<Int>
  }

  /// By the slab in which they begin.
  private let houses: [House]
  /// In scores of the search.
  private let worthEach: Int
  private let longest: Int

  /// Longer blocks are two blocks side by side, in metres.
  private static let longestMetres = 24.0

  init(_ keepable: KeepableHouses, in bay: Bay) {
    worthEach = Int(min(1e3, max(0, keepable.plotsEach)) * Double(BaySearch.plotScore))
    longest = max(1, Int(min(1e4, Self.longestMetres / bay.ground.step)))
    houses = keepable.houses.compactMap { house in
      Self.slabs(house.outline, in: bay).map { House(index: house.index, slabs: $0) }
    }.sorted { ($0.slabs.lowerBound, $0.index) < ($1.slabs.lowerBound, $1.index) }
  }

  /// The slabs a house stands on; nil where it is none of the bay's.
  private static func slabs(_ outline: [Point], in bay: Bay) -> Range<Int>? {
    let corners = outline.map(bay.frame.local)
    let (left, right) = (corners.map(\.u).min() ?? .nan, corners.map(\.u).max() ?? .nan)
    let middle = corners.reduce(0) { $0 + $1.v } / Double(max(1, corners.count))
    let first = ((left - bay.ground.start) / bay.ground.step + 1e-6).rounded(.down)
    let end = ((right - bay.ground.start) / bay.ground.step - 1e-6).rounded(.up)
    guard first >= 0, end > first, end <= Double(bay.ground.count) else { return nil }
    let slabs = Int(first)..<Int(end)
    guard let ends = bay.ground.ends(of: (slabs.lowerBound + slabs.upperBound - 1) / 2),
      (ends.low...ends.high).contains(middle)
    else { return nil }
    return slabs
  }

  /// Where blocks that begin at a slab may end, and what the houses wholly on each are worth.
  func ends(from slab: Int) -> [(slab: Int, worth: Int)] {
    let within = self.within(slab..<(slab + longest)).map(\.slabs.upperBound).sorted()
    return within.enumerated().compactMap { place, end in
      let isLast = place + 1 == within.count || within[place + 1] > end
      return isLast ? (end, (place + 1) * worthEach) : nil
    }
  }

  /// The houses wholly on these slabs.
  func within(_ slabs: Range<Int>) -> [House] {
    // The first that begins here, by halving.
    var (low, high) = (0, houses.count)
    while low < high {
      let middle = (low + high) / 2
      if houses[middle].slabs.lowerBound < slabs.lowerBound { low = middle + 1 } else { high = middle }
    }
    return houses[low...].prefix { $0.slabs.lowerBound < slabs.upperBound }
      .filter { $0.slabs.upperBound <= slabs.upperBound }
  }
}
