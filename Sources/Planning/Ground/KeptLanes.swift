import GEOS
import Geometry
import Settlement

/// Today's lanes that stay where they are.
struct KeptLanes {
  /// Of all that are no walkway.
  let area: Shape
  /// Of walkways along the water.
  let walkway: Shape

  init(_ settlement: Settlement) throws {
    let kept = settlement.lanes.filter(\.isLocked)
    area = try Self.area(of: kept.filter { $0.use != .walkway })
    walkway = try Self.area(of: kept.filter { $0.use == .walkway })
  }

  private static func area(of lanes: [Lane]) throws -> Shape {
    let areas = try lanes.map(area).filter { !$0.isEmpty }
    return areas.isEmpty ? .empty(.polygon) : Shape(try areas.unaryUnion().polygons)
  }

  /// Of a lane whose width nobody gave, in metres: a path for one person.
  private static let assumedWidth = 1.0

  private static func area(of lane: Lane) throws -> Shape {
    if !lane.area.isEmpty { return try Shape(lane.area).madeValid() }
    guard !lane.centreline.isEmpty else { return .empty(.polygon) }
    return try Shape(lane.centreline).buffered(byMetres: (lane.widthMetres ?? assumedWidth) / 2, cap: .flat)
  }
}
