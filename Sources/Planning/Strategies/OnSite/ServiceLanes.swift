import GEOS
public import Geometry
public import Settlement

/// Lanes to houses that stay, where they fit between the houses.
public struct ServiceLanes: Sendable {
  /// New lanes of full width.
  public var lanes: [[Polygon]] = []
  /// Houses, by their place in the settlement's list, that such a lane or a way of today reaches.
  public var served: [Int] = []
  /// Houses to which no lane of full width fits, and the widest of the narrower ones that does, in metres.
  public var unserved: [(house: Int, widthMetres: Double?)] = []
  /// The search was stopped: to some of the houses that are not reached a lane may fit.
  public var isPartial = false

  /// Narrower paths that are tried, in metres; they are told and not drawn.
  public static let narrower = [2.0, 1.5, 1.0]
}

extension ServiceLanes {
  /// Finds them for all houses that are locked, the nearest to the entrance first.
  public static func fitted(to settlement: Settlement, _ request: PlanRequest) throws(PlanningError)
    -> ServiceLanes
  {
    do {
      return try ServiceLaneSearch(settlement, request).found()
    } catch let error as PlanningError {
      throw error
    } catch {
      throw .shape("no lanes could be fitted: \(error)")
    }
  }
}

private struct ServiceLaneSearch {
  let settlement: Settlement
  let ground: Ground
  let request: PlanRequest

  init(_ settlement: Settlement, _ request: PlanRequest) throws {
    try request.requireUsable()
    self.settlement = settlement
    self.request = request
    ground = try Connector(
      ground: Ground(settlement, request: request), rules: LayoutRules(request)
    ).connected()
  }

  /// A door this near to a way opens on it, in metres. An assumption of ours.
  private static let door = 1.5

  func found() throws -> ServiceLanes {
    var answer = ServiceLanes()
    var made: [Shape] = []
    let houses = try settlement.houses.indices.filter { settlement.houses[$0].isLocked }
      .map { (house: $0, metres: try settlement.houses[$0].shape.distance(to: ground.entrances)) }
      .sorted { ($0.metres, $0.house) < ($1.metres, $1.house) }.map(\.house)
    for house in houses {
      let body = settlement.houses[house].shape
      let open = try ways(beside: made)
      if try body.isWithin(metres: Self.door, of: open) {
        answer.served.append(house)
      } else if !request.isCancelled(), let lane = try lane(to: body, from: open, request.laneWidthMetres) {
        made.append(lane)
        answer.lanes.append(try lane.difference(ground.walkway).difference(ground.roads).polygons)
        answer.served.append(house)
      } else {
        let width = try ServiceLanes.narrower.first {
          try $0 < request.laneWidthMetres && !request.isCancelled() && lane(to: body, from: open, $0) != nil
        }
        answer.unserved.append((house, width))
        answer.isPartial = answer.isPartial || request.isCancelled()
      }
    }
    return answer
  }

  private func ways(beside made: [Shape]) throws -> Shape {
    let reached = try ([ground.ways()] + made).filter { !$0.isEmpty }.unaryUnion()
    let open = try reached.polygons.map(Shape.polygon).filter {
      try $0.isWithin(metres: 0.1, of: ground.entrances)
    }
    return open.isEmpty ? ground.entrances : try open.unaryUnion()
  }

  private func lane(to house: Shape, from open: Shape, _ widthMetres: Double) throws -> Shape? {
    var narrow = request
    narrow.laneWidthMetres = widthMetres
    let connector = Connector(ground: ground, rules: LayoutRules(narrow))
    let (start, end) = try house.nearestPoints(to: open)
    guard let frame = Frame(origin: start, along: end - start) else { return nil }
    let around = try house.buffered(byMetres: widthMetres / 2 + 0.5)
    let middles = try open.buffered(byMetres: -(widthMetres / 2 - 0.05), join: .mitre)
    let goals = middles.isEmpty ? ground.entrances : try middles.union(ground.entrances)
    return try connector.lane(from: around, to: goals, frame: frame)
  }
}
