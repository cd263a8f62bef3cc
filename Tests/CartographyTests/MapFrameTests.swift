import Geometry
import TestSupport
import Testing

@testable import Cartography

@Suite struct MapFrameTests {
  /// Scale, grid scale, metres on the plane, and millimetres they must have on the paper, to a thousandth.
  @Test(arguments: [
    (250, 1.0, 10.0, 40.0), (100, 1.0, 7.0, 70.0), (1000, 1.0, 100.0, 100.0), (250, 0.9996, 9.996, 40.0),
    (500, 1.0004, 50.02, 100.0),
  ])
  func scaleIsTrueOnTheGround(scale: Int, gridScale: Double, metres: Double, millimetres: Double) {
    let frame = MapFrame(
      box: PageBox(x: 20, y: 20, width: 300, height: 200), centre: Point(x: 671_000, y: 1_531_000),
      scale: scale,
      bearing: 0.7, gridScale: gridScale)
    let a = frame.page(Point(x: 671_000, y: 1_531_000))
    let b = frame.page(Point(x: 671_000 + metres * 0.6, y: 1_531_000 + metres * 0.8))
    #expect(abs(a.distance(to: b) - millimetres) < 0.001)
  }

  @Test func pageAndGroundLeadBack() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let frame = MapFrame(
        box: PageBox(x: 10, y: 30, width: 200, height: 100), centre: Point(x: 671_000, y: 1_531_000),
        scale: 250,
        bearing: Double.random(in: -4...4, using: &random), gridScale: 0.9997)
      let place = PagePoint(.random(in: 0...400, using: &random), .random(in: 0...300, using: &random))
      #expect(frame.page(frame.ground(place)).distance(to: place) < 1e-6)
    }
  }

  /// A part of a frame shows the same ground at the same place.
  @Test func partsOfAFrameAgree() throws {
    let frame = MapFrame(
      box: PageBox(x: 0, y: 0, width: 800, height: 500), centre: Point(x: 5, y: 7), scale: 200, bearing: 0.3)
    let part = try #require(
      frame.part(
        PageBox(x: -300, y: -100, width: 800, height: 500), in: PageBox(x: 10, y: 10, width: 300, height: 200)
      ))
    let onLarge = PagePoint(410, 210)
    let onTile = PagePoint(110, 110)
    #expect(frame.ground(onLarge).distance(to: part.ground(onTile)) < 1e-9)
  }
}
