import GEOS
import Geometry
import Settlement

/// The side on which a plot that was decided before fronts, and the ground that must stay free before it.
struct DecidedFront {
  /// The plot's place in ``Ground/decided``.
  let plot: Int
  /// From the plot to its lane.
  let outward: Vector
  let frontageMetres: Double
  let depthMetres: Double
  let centre: Point
  /// The frontage times a lane's width before the front; nil where a way lies there already.
  let clearance: Polygon?
  /// In the middle of the lane before the front.
  let step: Point
}

extension DecidedFront {
  /// What a front can lie on.
  struct Ways {
    /// The walkway, public roads and lanes that stay.
    let given: PreparedShape?
    /// Ways of the plan in which the plot was decided; they may be laid again.
    let earlier: PreparedShape?
    /// Where a lane may run.
    let walkable: PreparedShape?

    init(given: Shape, earlier: Shape, walkable: Shape) throws {
      self.given = try Self.prepared(given)
      self.earlier = try Self.prepared(earlier)
      self.walkable = try Self.prepared(walkable)
    }

    /// Editors round to a centimetre, and the checker takes what is nearer than 5 cm as touching; in metres.
    private static let touch = 0.03

    private static func prepared(_ shape: Shape) throws -> PreparedShape? {
      shape.isEmpty ? nil : try PreparedShape(shape.buffered(byMetres: touch, join: .mitre))
    }
  }

  /// A front is as wide as the plot says, give or take this, in metres.
  private static let sameWidth = 0.3
  /// Held back from the corners of a front, in metres: a lane may end a hair before them.
  private static let corner = 0.05

  /// The front that the plot had in its plan, else a side before which a lane has room; nil where none has.
  ///
  /// - Parameter standard: the frontage of a plot that states none.
  static func find(
    of plot: Plot, at index: Int, standard: Double, laneWidth: Double, on ways: Ways
  ) throws -> DecidedFront? {
    guard let sides = try sides(of: plot) else { return nil }
    let width = plot.frontageMetres ?? standard
    let best = sides.map { abs($0.length - width) }.min() ?? 0
    let candidates = sides.filter { abs($0.length - width) <= best + sameWidth }
    for side in candidates where try lies(side, on: ways.given) {
      return try DecidedFront(side, of: index, sides, laneWidth: laneWidth, isGiven: true)
    }
    for isEarlier in [true, false] {
      for side in candidates where try !isEarlier || lies(side, on: ways.earlier) {
        let front = try DecidedFront(side, of: index, sides, laneWidth: laneWidth, isGiven: false)
        guard let front, let ground = front.clearance,
          try ways.walkable?.covers(.polygon(ground)) ?? false
        else { continue }
        return front
      }
    }
    return nil
  }

  private init?(_ side: Segment, of plot: Int, _ sides: [Segment], laneWidth: Double, isGiven: Bool) throws {
    guard let along = side.step.unit, let centre = Bounds(of: sides.map(\.start)).centre else { return nil }
    let out = -along.left
    self.plot = plot
    self.centre = centre
    outward = out
    frontageMetres = side.length
    depthMetres = 2 * abs((side.midpoint - centre).dot(out))
    step = side.midpoint + out * (laneWidth / 2)
    clearance =
      isGiven
      ? nil
      : try Polygon(corners: [
        side.end, side.start, side.start + out * laneWidth, side.end + out * laneWidth,
      ])
  }

  private static func lies(_ side: Segment, on ways: PreparedShape?) throws -> Bool {
    guard let ways, let along = side.step.unit, side.length > 4 * corner else { return false }
    let line = try LineString([side.start + along * corner, side.end + -along * corner])
    return try ways.covers(.lineString(line))
  }

  /// The four sides of the smallest rectangle round the plot, counter-clockwise.
  private static func sides(of plot: Plot) throws -> [Segment]? {
    guard let ring = try Shape(plot.area).minimumRotatedRectangle().polygons.first?.shell.counterClockwise,
      ring.segments.count == 4, ring.segments.allSatisfy({ $0.length > 0.1 })
    else { return nil }
    return ring.segments
  }
}

extension Ground {
  /// The fronts of all decided plots that have room for one, in the order of the plots.
  func decidedFronts(earlier: Shape, rules: LayoutRules) throws -> [DecidedFront] {
    guard !decided.isEmpty else { return [] }
    let ways = try DecidedFront.Ways(given: ways(), earlier: earlier, walkable: walkable)
    return try decided.enumerated().compactMap { index, plot in
      try DecidedFront.find(
        of: plot, at: index, standard: rules.frontage, laneWidth: rules.laneWidth, on: ways)
    }
  }
}
