import Compliance
import Geometry
import Testing

@Suite struct AccessCheckTests {
  private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) throws -> LineString {
    try LineString([Point(x: x1, y: y1), Point(x: x2, y: y2)])
  }

  /// A parcel 10 m from the road, and a lane that reaches it, stops short, or hangs loose.
  @Test(arguments: [
    ("reaches it", 0.0, 10.0, true, false), ("stops 1 cm short", 0.0, 9.99, false, false),
    ("begins 1 cm off the road", 0.01, 10.0, false, true),
  ])
  func access(name: String, from: Double, to: Double, isServed: Bool, isLoose: Bool) throws {
    let ring = [
      Point(x: 0, y: 10), Point(x: 5, y: 10), Point(x: 5, y: 15), Point(x: 0, y: 15), Point(x: 0, y: 10),
    ]
    let check = AccessCheck(
      parcels: [[try Ring(ring)]], lanes: [try Self.line(0, from, 0, to)], roads: [try Self.line(-5, 0, 5, 0)]
    )
    #expect(check.unserved.isEmpty == isServed, "\(name)")
    #expect(check.loose.isEmpty == !isLoose, "\(name)")
  }
}
