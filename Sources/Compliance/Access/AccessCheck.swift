internal import GEOS
public import Geometry

/// Judges lanes by geometry alone: which parcels touch a network that hangs together with a road.
///
/// It knows lines and areas, and nothing of how the lanes were found.
public struct AccessCheck: Sendable {
  /// How far apart things that touch may lie, in metres: files hold a tenth of a millimetre.
  public static let touching = 0.001

  /// Parcels that no road and no connected lane touches, in ascending order.
  public private(set) var unserved: [Int] = []
  /// Lanes that do not hang together with a road, in ascending order.
  public private(set) var loose: [Int] = []

  /// - Parameters:
  ///   - parcels: the outlines of each parcel; one without any is not judged.
  ///   - grounds: for each lane the ground whose border it is; lines of the same ground hang together.
  ///   - touchingMetres: how far apart things that touch may lie.
  ///   - frontageMetres: for each parcel, how much of its outline has to lie on a way; zero where a corner is enough.
  public init(
    parcels: [[Ring]], lanes: [LineString], roads: [LineString], frontageMetres: [Double]? = nil,
    grounds: [Int]? = nil, touchingMetres touching: Double = AccessCheck.touching
  ) {
    let isConnected = Self.connected(lanes, grounds ?? Array(lanes.indices), roads, touching)
    loose = lanes.indices.filter { !isConnected[$0] }
    let ways = Self.segments(roads + lanes.indices.filter { isConnected[$0] }.map { lanes[$0] })
    let index = SpatialIndex(ways.map { Bounds(of: [$0.start, $0.end]) })
    unserved = parcels.indices.filter { parcel in
      guard !parcels[parcel].isEmpty else { return false }
      if let asked = frontageMetres?[parcel], asked > 0 {
        let frontage = parcels[parcel].flatMap(\.segments).reduce(0) {
          $0 + Self.frontage($1, on: ways, index, touching)
        }
        return frontage < asked - 3 * touching
      }
      return !parcels[parcel].contains { ring in
        ring.points.contains { corner in
          index.query(Bounds(of: [corner]).widened(byMetres: touching))
            .contains { ways[$0].distance(to: corner) <= touching }
        }
      }
    }
  }

  /// How many metres of a side lie on ways.
  private static func frontage(_ side: Segment, on ways: [Segment], _ index: SpatialIndex, _ touching: Double)
    -> Double
  {
    var spans: [(from: Double, to: Double)] = []
    for way in index.query(Bounds(of: [side.start, side.end]).widened(byMetres: touching)) {
      let ends = [ways[way].start, ways[way].end].map(side.nearestFraction(to:)).sorted()
      guard ends[1] > ends[0],
        ends.allSatisfy({ ways[way].distance(to: side.point(atFraction: $0)) <= touching })
      else { continue }
      spans.append((ends[0], ends[1]))
    }
    var reached = 0.0
    var covered = 0.0
    for span in spans.sorted(by: { $0 < $1 }) where span.to > reached {
      covered += span.to - max(reached, span.from)
      reached = span.to
    }
    return covered * side.length
  }

  /// Which lanes one can reach from a road, from lane to lane.
  private static func connected(
    _ lanes: [LineString], _ grounds: [Int], _ roads: [LineString], _ touching: Double
  ) -> [Bool] {
    let together = Dictionary(grouping: lanes.indices) { grounds[$0] }
    let roadSegments = segments(roads)
    let roadIndex = SpatialIndex(roadSegments.map { Bounds(of: [$0.start, $0.end]) })
    let laneIndex = SpatialIndex(lanes.map(\.bounds))
    var isConnected = lanes.map { lane in
      lane.points.contains { point in
        roadIndex.query(Bounds(of: [point]).widened(byMetres: touching))
          .contains { roadSegments[$0].distance(to: point) <= touching }
      }
    }
    var stack = lanes.indices.filter { isConnected[$0] }
    while let lane = stack.popLast() {
      let near = laneIndex.query(lanes[lane].bounds.widened(byMetres: touching))
        .filter { !isConnected[$0] && meet(lanes[lane], lanes[$0], touching) }
      for other in near + (together[grounds[lane]] ?? []) where !isConnected[other] {
        isConnected[other] = true
        stack.append(other)
      }
    }
    return isConnected
  }

  private static func meet(_ a: LineString, _ b: LineString, _ touching: Double) -> Bool {
    a.points.contains { point in b.segments.contains { $0.distance(to: point) <= touching } }
      || b.points.contains { point in a.segments.contains { $0.distance(to: point) <= touching } }
  }

  private static func segments(_ lines: [LineString]) -> [Segment] { lines.flatMap(\.segments) }
}
