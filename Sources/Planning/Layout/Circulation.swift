import GEOS
import Geometry

/// The ways of a drawn layout as far as they keep their width, and what one reaches over them from outside.
struct Circulation {
  private(set) var walkway: Shape
  private(set) var lanes: [DrawnLayout.Lane] = []
  /// Ground from which a way of full width leads to a public road or access point.
  let reached: Shape

  /// Lets a corner be square but not pointed: nobody walks into a spike.
  private static let squareCorner = 1.45
  /// What is thinner comes from lines that cross at a flat angle, in metres.
  private static let spike = 0.03
  /// Closes the cracks that arithmetic leaves between neighbouring ways, in metres.
  private static let crack = 0.002

  init(of layout: DrawnLayout, on ground: Ground, rules: LayoutRules, walkwayWidth: Double) throws {
    walkway = try layout.walkway.opened(byMetres: walkwayWidth)
    let cores = try Self.cores(
      from: ground, ways: layout.lanes.flatMap(\.area).map(Shape.polygon) + [walkway, ground.keptLanes],
      widthMetres: min(rules.laneWidth, walkwayWidth))
    let half = min(rules.laneWidth, walkwayWidth) / 2 - Polygon.widthTolerance
    reached = try cores.buffered(byMetres: half, join: .mitre, mitreLimit: Self.squareCorner)
      .union(ground.openRoads)
    let used = try cores.buffered(byMetres: half, join: .mitre)
    var remains: [Polygon] = []
    for lane in layout.lanes {
      for piece in try Shape(lane.area).intersection(used).opened(byMetres: Self.spike).polygons {
        if try piece.keepsWidth(metres: lane.widthMetres) {
          lanes.append(
            DrawnLayout.Lane(area: [piece], widthMetres: lane.widthMetres, court: lane.court))
        } else {
          remains.append(piece)
        }
      }
    }
    try add(remains)
  }

  /// Odd corners between lanes and walkway belong to the way that they widen.
  private mutating func add(_ remains: [Polygon]) throws {
    for piece in remains where try !join(piece) {
      lanes.append(DrawnLayout.Lane(area: [piece], widthMetres: 0))
    }
  }

  /// Whether a way took the piece in.
  private mutating func join(_ piece: Polygon) throws -> Bool {
    let shape = Shape.polygon(piece)
    if try shape.isWithin(metres: Self.crack, of: walkway) {
      walkway = try walkway.union(shape)
      return true
    }
    for index in lanes.indices where try shape.isWithin(metres: Self.crack, of: Shape(lanes[index].area)) {
      let joined = try Shape(lanes[index].area).union(shape).polygons
      guard joined.count == 1, try joined[0].keepsWidth(metres: lanes[index].widthMetres) else { continue }
      lanes[index].area = joined
      return true
    }
    return false
  }

  /// The middles of all ways that hang together with an entrance.
  private static func cores(from ground: Ground, ways: [Shape], widthMetres: Double) throws -> Shape {
    let half = widthMetres / 2 - Polygon.widthTolerance
    let joined = try ways.filter { !$0.isEmpty }.map { try $0.buffered(byMetres: crack, join: .mitre) }
      .unaryUnion()
    let cores = try joined.buffered(byMetres: -(half + crack), join: .mitre).polygons.map(Shape.polygon)
    let open = try cores.filter { try $0.isWithin(metres: half, of: ground.entrances) }
    return open.isEmpty ? .empty(.polygon) : try open.unaryUnion()
  }
}

extension Polygon {
  /// How much narrower than stated a way may be drawn, in metres.
  static let widthTolerance = 0.004

  /// Whether half the width can be taken off every edge and one piece is left: the way is nowhere narrower.
  ///
  /// With a little less taken off there is one piece too: no bulge is nearly as wide as the way. Looked at twice,
  /// for taking off ground smooths what is nearly flat.
  func keepsWidth(metres: Double) throws -> Bool {
    if let width = rectangleWidth { return width >= metres - 2 * Self.widthTolerance }
    let whole = Shape.polygon(self)
    let wider = try whole.buffered(byMetres: Self.crack, quadrantSegments: 2, join: .mitre)
    return try [1.0, 2, 2.5, 3].allSatisfy {
      let half = metres / 2 - $0 * Self.widthTolerance
      return try whole.buffered(byMetres: -half, join: .mitre).polygons.count == 1
        && wider.buffered(byMetres: -(half + Self.crack), quadrantSegments: 2, join: .mitre).polygons.count
          == 1
    }
  }

  private static let crack = 0.001

  /// The same without any smoothing, which is slow: discs on every edge are taken off.
  func hasOneCore(widthMetres metres: Double) throws -> Bool {
    if let width = rectangleWidth { return width >= metres - 2 * Self.widthTolerance }
    return try [1.0, 2.5, 3].allSatisfy {
      try Shape.polygon(self).eroded(byMetres: metres / 2 - $0 * Self.widthTolerance).polygons.count == 1
    }
  }
}

extension Shape {
  /// The parts that are at least this wide.
  fileprivate func opened(byMetres width: Double) throws -> Shape {
    let half = width / 2 - Polygon.widthTolerance
    return Shape(
      try buffered(byMetres: -half, join: .mitre).buffered(byMetres: half, join: .mitre).soundAreas
        .intersection(self).polygons)
  }
}
