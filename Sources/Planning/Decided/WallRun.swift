import GEOS
import Geometry

/// Plots that stand wall to wall: rows of the layout, joined where a plot that was decided before stands between.
struct WallRun {
  /// One plot of a run: new, by its row and place in it, or decided, by its place in ``Ground/decidedFronts``.
  enum Member: Hashable {
    case new(row: Int, plot: Int)
    case decided(Int)
  }

  struct Unit {
    var member: Member
    var centre: Point
    var frontageMetres: Double
    var depthMetres: Double
  }

  /// From one end to the other.
  var units: [Unit]
  var along: Vector
  var front: Vector
}

extension WallRun {
  /// Walls that lie this near to each other are one wall, in metres; the checker's measure.
  private static let touch = 0.05
  /// Two directions whose cosine is above this are the same.
  private static let parallel = 0.999

  /// All runs of a layout; without decided plots they are its rows, in order.
  static func all(of layout: DrawnLayout, beside decided: [DecidedFront]) -> [WallRun] {
    let rows = layout.rows.enumerated().map { WallRun($0.element, at: $0.offset) }
    guard !decided.isEmpty else { return rows }
    var runs = rows + decided.indices.map { WallRun(decided[$0], at: $0) }
    // Every plot has two walls, so a run that was joined may be joined once more, at its other end.
    var first = 0
    while first < runs.count {
      if let (second, joined) = neighbour(of: first, in: runs) {
        runs[first] = joined
        runs.remove(at: second)
      } else {
        first += 1
      }
    }
    return runs
  }

  private static func neighbour(of first: Int, in runs: [WallRun]) -> (Int, WallRun)? {
    for second in runs.indices where second > first {
      if let joined = runs[first].joined(to: runs[second]) { return (second, joined) }
    }
    return nil
  }

  private init(_ row: DrawnLayout.Row, at index: Int) {
    units = row.plots.enumerated().compactMap { place, plot in
      Bounds(of: plot.shell.points).centre.map {
        Unit(
          member: .new(row: index, plot: place), centre: $0, frontageMetres: row.frontageMetres(of: plot),
          depthMetres: row.depthMetres)
      }
    }
    along = row.along
    front = row.front
  }

  private init(_ decided: DecidedFront, at index: Int) {
    units = [
      Unit(
        member: .decided(index), centre: decided.centre, frontageMetres: decided.frontageMetres,
        depthMetres: decided.depthMetres)
    ]
    along = decided.outward.left
    front = decided.outward
  }

  /// The two as one, where an end wall of one lies on an end wall of the other; rows back to back share none.
  private func joined(to other: WallRun) -> WallRun? {
    guard let a = along.unit, let b = other.along.unit, abs(a.dot(b)) > Self.parallel else { return nil }
    let turned = a.dot(b) < 0 ? other.reversed : other
    if touches(turned) { return WallRun(units: units + turned.units, along: along, front: front) }
    if turned.touches(self) { return WallRun(units: turned.units + units, along: along, front: front) }
    return nil
  }

  private var reversed: WallRun { WallRun(units: units.reversed(), along: -along, front: front) }

  /// Whether the next run begins where this one ends.
  private func touches(_ next: WallRun) -> Bool {
    guard let last = units.last, let first = next.units.first, let along = along.unit else { return false }
    let step = first.centre - last.centre
    let apart = step.dot(along) - (last.frontageMetres + first.frontageMetres) / 2
    let shared =
      (last.depthMetres + first.depthMetres) / 2 - abs(step.dot(along.left))
    return abs(apart) <= Self.touch && shared > min(last.depthMetres, first.depthMetres) / 2
  }
}
