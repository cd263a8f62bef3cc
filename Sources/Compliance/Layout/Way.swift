internal import GEOS
internal import Geometry
internal import Settlement

/// Ground that people go on: a lane, a walkway, or a public road with access.
struct Way {
  let reference: FeatureReference
  let name: String
  let use: Use
  let area: MeasuredArea
  /// As the feature states it.
  let widthMetres: Double?
  /// It runs through the site or was there before: where it ends is not for the layout to decide.
  let isThrough: Bool
  let isCourt: Bool

  enum Use: Hashable {
    case lane, walkway, road
  }

  /// A path drawn as a line without a width is taken to be this wide: one person (an assumption).
  static let assumedPathWidthMetres = 1.0

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ lane: Lane) throws(GEOSError) {
    reference = lane.reference
    use = lane.use == .walkway ? .walkway : .lane
    name = lane.use == .walkway ? "the walkway" : "a lane"
    isThrough = lane.use == .walkway || lane.use == .spine || lane.isLocked
    isCourt = lane.use == .court
    widthMetres = lane.widthMetres
    area = try Self.area(lane.area, lane.centreline, lane.widthMetres)
  }

  init(_ road: Road) throws(GEOSError) {
    reference = road.reference
    use = .road
    name = "a road"
    isThrough = true
    isCourt = false
    widthMetres = road.widthMetres
    area = try Self.area(road.area, road.centreline, road.widthMetres)
  }

  private static func area(
    _ drawn: [Polygon], _ lines: [LineString], _ width: Double?
  ) throws(GEOSError) -> MeasuredArea {
    guard drawn.isEmpty, !lines.isEmpty else { return try MeasuredArea(drawn) }
    let half = max(0.01, (width ?? assumedPathWidthMetres) / 2)
    let strip = try orUnmeasurable { () throws(GEOSError) in
      try Shape(lines).buffered(byMetres: half, quadrantSegments: 16, cap: .flat, join: .round)
    }
    return try MeasuredArea(strip?.polygons ?? [])
  }
}
