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
    var runs: [WallRun?] = rows + decided.indices.map { WallRun(decided[$0], at: $0) }
    let neighbours = Neighbours(runs.compactMap(\.self))
    // Where a run was joined to one before it; runs that were not stand for themselves.
    var holders = Array(runs.indices)
    // Every plot has two walls, so a run that was joined may be joined once more, at its other end.
    for first in runs.indices {
      while let run = runs[first] {
        let near = Set(neighbours.near(run).map { holder(of: $0, in: &holders) }).filter { $0 > first }
        var joined: WallRun?
        for second in near.sorted() where joined == nil {
          joined = runs[second].flatMap(run.joined)
          if joined != nil { (holders[second], runs[second]) = (first, nil) }
        }
        guard let joined else { break }
        runs[first] = joined
      }
    }
    return runs.compactMap(\.self)
  }

  private static func holder(of run: Int, in holders: inout [Int]) -> Int {
    var run = run
    while holders[run] != run {
      holders[run] = holders[holders[run]]
      run = holders[run]
    }
    return run
  }

  /// Which runs may touch the ends of another.
  private struct Neighbours {
    private let index: SpatialIndex
    private let mostMetres: Double

    init(_ runs: [WallRun]) {
      index = SpatialIndex(runs.map { Bounds(of: $0.units.map(\.centre)) })
      mostMetres = runs.lazy.flatMap(\.units).reduce(0) { max($0, $1.frontageMetres + $1.depthMetres) }
    }

    /// By their places among the runs before any was joined.
    func near(_ run: WallRun) -> [Int] {
      [run.units.first, run.units.last].compactMap(\.self).flatMap {
        index.query(Bounds(of: [$0.centre]).widened(byMetres: mostMetres + WallRun.touch))
      }
    }
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
