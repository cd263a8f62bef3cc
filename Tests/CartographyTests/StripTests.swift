import Geometry
import Testing

@testable import Cartography

/// Long land on one page, as maps under one another.
@Suite struct StripTests {
  private static let box = PageBox(x: 15, y: 15, width: 390, height: 220)

  /// Every plot belongs to one map and is whole on it; maps lie in the page, apart from one another, at one scale that
  /// is larger than that of a single map.
  @Test(arguments: [3, 200, 450])
  func straightLand(plots: Int) throws {
    let maker = try SampleSubject.maker(plots: plots)
    let strips = maker.strips(in: Self.box, scale: nil, from: 500)
    try check(strips, of: maker)
    // 450 plots lie along 1,000 m: 390 mm hold that at 1:2500 alone.
    if plots == 450 { #expect(strips.count > 1) }
  }

  /// The same on both banks of a canal that bends.
  @Test(arguments: 0..<20)
  func bentLand(seed: Int) throws {
    let maker = try SampleSubject.maker(SampleSubject.bent(seed: seed, pieces: 30, plots: 300))
    try check(maker.strips(in: Self.box, scale: nil, from: 500), of: maker)
  }

  @Test func aScaleThatIsAskedForIsOneMap() throws {
    let maker = try SampleSubject.maker(plots: 450)
    let strips = maker.strips(in: Self.box, scale: 4000, from: 500)
    #expect(strips.map(\.frame.scale) == [4000])
    #expect(strips[0].own.count == 450)
  }

  private func check(_ strips: [MapStrip], of maker: SheetMaker) throws {
    let plots = maker.subject.plan.plots
    #expect(strips.reduce(0) { $0 + $1.own.count } == plots.count, "each plot in one map")
    #expect(strips.reduce(into: Set<String>()) { $0.formUnion($1.own) }.count == plots.count)
    #expect(Set(strips.map(\.frame.scale)).count == 1)
    for (index, strip) in strips.enumerated() {
      let frame = strip.frame
      #expect(Self.box.inset(by: -1e-9).contains(frame.box))
      for other in strips[(index + 1)...] { #expect(!frame.box.overlaps(other.frame.box)) }
      for plot in plots where strip.own.contains(MapSubject.key(plot)) {
        #expect(plot.area.allSatisfy(frame.shows), "plot \(MapSubject.key(plot)) on map \(index + 1)")
      }
    }
    let single = maker.wholeFrame(in: Self.box, scale: nil, from: 500).scale
    #expect(strips.count == 1 ? strips[0].frame.scale == single : strips[0].frame.scale < single)
    // At 1:1000 and larger the whole at one glance is worth more (facts/maps.md §5).
    if single <= 1000 { #expect(strips.count == 1) }
  }
}
