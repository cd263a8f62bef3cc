import GEOS
import Geometry

extension Waterfront {
  /// How much wider than asked the walkway is drawn, in metres: nothing along a straight bank.
  ///
  /// Whoever measures a width by taking half of it off every edge smooths bends away by up to a hundredth of it,
  /// as GEOS does; a bent walkway of exactly its width would seem broken at each of them.
  func marginForBends(along land: Shape) -> Double {
    let near = land.bounds.widened(byMetres: Self.reach)
    let lines = banks.map(\.line.points) + water.polygons.flatMap(\.rings).map(\.points)
    return lines.contains { Self.isBent($0, near: near) } ? Self.margin : 0
  }

  private static let margin = 0.05
  /// Bends farther from the land do not count, in metres.
  private static let reach = 5.0
  /// A corner this far off its neighbours' chord is no rounding, in metres.
  private static let leastBend = 0.0005
  /// Sharper turns are the ends of a drawn canal, as the cosine of the turn.
  private static let sharpest = 0.5

  private static func isBent(_ points: [Point], near bounds: Bounds) -> Bool {
    zip(points, zip(points.dropFirst(), points.dropFirst(2))).contains { before, next in
      guard bounds.contains(next.0), before != next.1 else { return false }
      let chord = Segment(start: before, end: next.1)
      let off = chord.point(atFraction: chord.nearestFraction(to: next.0)).distance(to: next.0)
      guard let into = (next.0 - before).unit, let out = (next.1 - next.0).unit else { return false }
      return off > leastBend && into.dot(out) > sharpest
    }
  }
}
