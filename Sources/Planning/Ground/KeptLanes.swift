import GEOS
import Geometry
import Settlement

/// Today's lanes that stay where they are.
struct KeptLanes {
  let area: Shape

  init(_ settlement: Settlement) throws {
    let areas = try settlement.lanes.filter(\.isLocked).map(Self.area).filter { !$0.isEmpty }
    area = areas.isEmpty ? .empty(.polygon) : Shape(try areas.unaryUnion().polygons)
  }

  /// Of a lane whose width nobody gave, in metres: a path for one person.
  private static let assumedWidth = 1.0

  private static func area(of lane: Lane) throws -> Shape {
    if !lane.area.isEmpty { return try Shape(lane.area).madeValid() }
    guard !lane.centreline.isEmpty else { return .empty(.polygon) }
    return try Shape(lane.centreline).buffered(byMetres: (lane.widthMetres ?? assumedWidth) / 2, cap: .flat)
  }
}
