import GEOS
import Geometry
import Settlement

/// Which plot of a later layout is which plot of an earlier one.
///
/// First by name where the plots still lie over each other, then by the ground that they share. Names alone count
/// only between versions of one plan: another plan of the same land counts from 1 as well, and its plot 5 is another.
struct PlotMatching {
  /// For each plot before, its place after.
  private(set) var pairs: [Int?]

  /// Plots that share less of the smaller one's area are not the same. A choice of ours.
  private static let sameGround = 0.5

  init(_ before: [Plot], _ after: [Plot]) throws {
    pairs = Array(repeating: nil, count: before.count)
    let shared = try Self.shared(before, after)
    let names = Self.byName(after)
    var taken: Set<Int> = []
    // Households know best which plot is theirs.
    let homes = Dictionary(after.indices.compactMap { index in after[index].household.map { ($0, index) } }) {
      a, _ in
      a
    }
    for (place, plot) in before.enumerated() {
      guard let household = plot.household, let other = homes[household] else { continue }
      if taken.insert(other).inserted { pairs[place] = other }
    }
    var (common, staying) = (0, 0)
    for (place, plot) in before.enumerated() where pairs[place] == nil {
      guard let other = plot.name.flatMap({ names[$0] }), !taken.contains(other) else { continue }
      common += 1
      guard shared[place].contains(where: { $0.other == other && $0.share >= Self.sameGround }) else {
        continue
      }
      staying += 1
      taken.insert(other)
      pairs[place] = other
    }
    let byGround = shared.enumerated().flatMap { place, others in
      others.filter { $0.share >= Self.sameGround }.map { (place: place, other: $0.other, share: $0.share) }
    }.sorted { ($1.share, $0.place, $0.other) < ($0.share, $1.place, $1.other) }
    for (place, other, _) in byGround where pairs[place] == nil && !taken.contains(other) {
      taken.insert(other)
      pairs[place] = other
    }
    guard 2 * staying >= common else { return }
    for (place, plot) in before.enumerated() where pairs[place] == nil {
      guard let other = plot.name.flatMap({ names[$0] }), taken.insert(other).inserted else { continue }
      pairs[place] = other
    }
  }

  private static func byName(_ plots: [Plot]) -> [String: Int] {
    Dictionary(plots.indices.compactMap { index in plots[index].name.map { ($0, index) } }) { first, _ in
      first
    }
  }

  /// For each plot before, the plots after that lie over it, with the share of the smaller one's area.
  private static func shared(_ before: [Plot], _ after: [Plot]) throws -> [[(other: Int, share: Double)]] {
    let shapes = after.map { Shape($0.area) }
    let index = SpatialIndex(shapes.map(\.bounds))
    return try before.map { plot in
      let shape = Shape(plot.area)
      return try index.query(shape.bounds).compactMap { other in
        let least = min(shape.areaInSquareMetres, shapes[other].areaInSquareMetres)
        let both = try shape.intersection(shapes[other]).areaInSquareMetres
        return both > 0 && least > 0 ? (other, both / least) : nil
      }
    }
  }
}

extension Plot {
  /// Its id, else its number.
  fileprivate var name: String? { id ?? number.map(String.init) }
}
