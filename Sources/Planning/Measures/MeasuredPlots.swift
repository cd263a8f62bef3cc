import GEOS
import Geometry

/// Plots with their fronts, and the rows in which they share walls.
struct MeasuredPlots {
  let plots: [MeasuredPlot]
  let rows: [MeasuredRow]

  init(_ layout: MeasuredLayout, _ ways: MeasuredWays) throws {
    let contact = try WayContact(ways)
    plots = try layout.plots.map { try MeasuredPlot($0.area, contact) }
    rows = MeasuredRow.all(plots)
  }
}

/// One plot as a rectangle that looks at its way.
struct MeasuredPlot {
  let squareMetres: Double
  let perimeterMetres: Double
  let rectangularity: Double
  let bounds: Bounds
  /// Nil where no side lies on a way.
  let front: PlotFront?

  init(_ area: [Polygon], _ contact: WayContact) throws {
    squareMetres = area.reduce(0) { $0 + $1.areaInSquareMetres }
    perimeterMetres = area.reduce(0) { $0 + $1.perimeterInMetres }
    let shape = Shape(area)
    bounds = shape.bounds
    let rectangle = try shape.minimumRotatedRectangle().areaInSquareMetres
    rectangularity = rectangle > 0 ? squareMetres / rectangle : 0
    front = try PlotFront(area, contact)
  }
}

/// The side of a plot that lies on a way.
struct PlotFront {
  /// The middle of the contact.
  let door: Point
  /// Square to the front, into the plot.
  let inward: Vector
  let contactMetres: Double
  /// The longest contact of a side that looks elsewhere.
  let secondContactMetres: Double
  /// Of the plot along its front, and square to it.
  let widthMetres: Double
  let depthMetres: Double
  /// Of the plot.
  let middle: Point

  /// Sides whose directions differ by less than about 25 degrees are one side.
  private static let sameSide = 0.9

  init?(_ area: [Polygon], _ contact: WayContact) throws {
    var sides: [(inward: Vector, metres: Double, moment: Vector)] = []
    let origin = area.first?.shell.points.first ?? Point(x: 0, y: 0)
    for segment in area.flatMap({ $0.rightHanded.shell.segments }) {
      guard let inward = segment.step.unit?.left else { continue }
      for piece in try contact.pieces(of: segment) {
        let place = (piece.midpoint - origin) * piece.length
        if let side = sides.firstIndex(where: { $0.inward.dot(inward) > Self.sameSide }) {
          sides[side].metres += piece.length
          sides[side].moment = sides[side].moment + place
        } else {
          sides.append((inward, piece.length, place))
        }
      }
    }
    guard let longest = sides.max(by: { $0.metres < $1.metres }), longest.metres > WayContact.reach * 2 else {
      return nil
    }
    door = origin + longest.moment * (1 / longest.metres)
    inward = longest.inward
    contactMetres = longest.metres
    secondContactMetres =
      sides.filter { $0.inward.dot(longest.inward) <= Self.sameSide }.map(\.metres).max() ?? 0
    let corners = area.flatMap(\.shell.points)
    let across = corners.map { ($0 - origin).dot(longest.inward.left) }
    let into = corners.map { ($0 - origin).dot(longest.inward) }
    let (right, left) = (across.min() ?? 0, across.max() ?? 0)
    let (near, far) = (into.min() ?? 0, into.max() ?? 0)
    widthMetres = left - right
    depthMetres = far - near
    middle = origin + longest.inward.left * ((left + right) / 2) + longest.inward * ((near + far) / 2)
  }
}

/// Which stretches of a line lie on a way.
struct WayContact {
  private let inside: PreparedShape?
  private let edges: [Segment]
  private let index: SpatialIndex

  /// A plot farther from a way than this does not front on it, in metres.
  static let reach = 0.1
  /// A stretch is halved no further than this, in metres.
  private static let finest = 0.01

  init(_ ways: MeasuredWays) throws {
    inside = ways.all.isEmpty ? nil : try PreparedShape(ways.all)
    edges = ways.all.polygons.flatMap(\.rings).flatMap(\.segments)
    index = SpatialIndex(edges.map { Bounds(of: [$0.start, $0.end]) })
  }

  func pieces(of segment: Segment) throws -> [Segment] {
    guard let inside else { return [] }
    let near = index.query(Bounds(of: [segment.start, segment.end]).widened(byMetres: Self.reach)).map {
      edges[$0]
    }
    func isOn(_ point: Point) throws -> Bool {
      if near.contains(where: { $0.distance(to: point) <= Self.reach }) { return true }
      return try inside.intersects(.point(point))
    }
    return try Self.pieces(segment, isOn(segment.start), isOn(segment.end), isOn)
  }

  private static func pieces(
    _ segment: Segment, _ start: Bool, _ end: Bool, _ isOn: (Point) throws -> Bool
  ) rethrows -> [Segment] {
    let middle = try isOn(segment.midpoint)
    if start == middle, middle == end, segment.length < 1 || middle { return middle ? [segment] : [] }
    guard segment.length > finest else { return middle ? [segment] : [] }
    let (first, second) = (
      Segment(start: segment.start, end: segment.midpoint), Segment(start: segment.midpoint, end: segment.end)
    )
    return try pieces(first, start, middle, isOn) + pieces(second, middle, end, isOn)
  }
}

extension [MeasureID: Double] {
  mutating func note(_ measured: MeasuredPlots) throws {
    let plots = measured.plots
    guard !plots.isEmpty else { return }
    let count = Double(plots.count)
    let areas = plots.map(\.squareMetres)
    self[.smallPlots] = 100 * Double(areas.count { $0 <= 60 + 1e-6 }) / count
    self[.leastRectangularity] = plots.map(\.rectangularity).min()
    self[.compactness] =
      plots.reduce(0) { $0 + 4 * .pi * $1.squareMetres / ($1.perimeterMetres * $1.perimeterMetres) } / count
    self[.areaInequality] = gini(areas)
    if let least = areas.min(), let most = areas.max(), least > 0 { self[.areaSpread] = most / least }
    // A plot without a front counts with none.
    let contacts = plots.map { $0.front?.contactMetres ?? 0 }
    self[.frontageMean] = contacts.reduce(0, +) / count
    self[.frontageLeast] = contacts.min()
    self[.cornerPlots] = 100 * Double(plots.count { ($0.front?.secondContactMetres ?? 0) >= 1 }) / count
    let fronts = plots.compactMap(\.front)
    if !fronts.isEmpty {
      self[.depthToFrontage] =
        fronts.reduce(0) { $0 + $1.depthMetres / Swift.max($1.widthMetres, 0.01) } / Double(fronts.count)
    }
    self[.longestRow] = measured.rows.map { Double($0.plots) }.max()
    self[.longestRowMetres] = measured.rows.map(\.lengthMetres).max()
    self[.wallLength] = measured.rows.reduce(0) { $0 + $1.wallMetres }
  }
}

/// The Gini coefficient: 0 where all are equal, near 1 where one has all. Nil without a sum.
func gini(_ values: [Double]) -> Double? {
  let sorted = values.sorted()
  let sum = sorted.reduce(0, +)
  guard sum > 0 else { return nil }
  let weighted = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
  let count = Double(sorted.count)
  return Swift.max(0, 2 * weighted / (count * sum) - (count + 1) / count)
}
