import Geometry
import Settlement
import TestSupport
import Testing

@testable import Cartography

@Suite struct AtlasTests {
  /// Every plot is at home on one sheet, whole, and no sheet is empty.
  @Test(arguments: [1, 3, 60, 450, 2000], [100, 250, 500])
  func everyPlotIsWholeOnOneSheet(plots: Int, scale: Int) throws {
    let maker = try SampleSubject.maker(plots: plots)
    let atlas = maker.tableAtlas(.a3, scale: scale)
    try check(atlas, of: maker.subject)
  }

  /// The same for plots strewn at random turns along a bent canal with two banks.
  @Test(arguments: 0..<20)
  func bentCanal(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var subject = try SampleSubject.made(plots: 1)
    subject.plan.plots = []
    var line = [Point(x: 0, y: 0)]
    var heading = 0.0
    for _ in 0..<8 {
      heading += .random(in: -0.5...0.5, using: &random)
      let last = line[line.count - 1]
      line.append(
        Point(x: last.x + 40 * Trigonometry.cosine(heading), y: last.y + 40 * Trigonometry.sine(heading)))
    }
    subject.settlement.canals = []
    subject.settlement.banks = [BankLine(reference: .init(), line: try LineString(line))]
    for number in 1...120 {
      let at = line[Int.random(in: 0..<line.count, using: &random)]
      let corner = Point(
        x: at.x + .random(in: -25...25, using: &random), y: at.y + .random(in: -25...25, using: &random))
      let turn = Double.random(in: 0...6, using: &random)
      let (c, s) = (Trigonometry.cosine(turn), Trigonometry.sine(turn))
      let corners = [(0.0, 0.0), (4, 0), (4, 7), (0, 7)].map {
        Point(x: corner.x + $0.0 * c - $0.1 * s, y: corner.y + $0.0 * s + $0.1 * c)
      }
      subject.plan.plots.append(Plot(number: number, area: [try Polygon(corners: corners)]))
    }
    let language = try Language.builtIn("th")
    let maker = SheetMaker(
      subject, style: MapStyle(language: language), typesetter: try Typesetter(family: language.font))
    try check(maker.tableAtlas(.a3, scale: 250), of: subject)
  }

  private func check(_ atlas: [AtlasSheet], of subject: MapSubject) throws {
    var homes: [String: Int] = [:]
    for sheet in atlas {
      #expect(!sheet.own.isEmpty)
      for key in sheet.own { homes[key, default: 0] += 1 }
    }
    #expect(homes.count == subject.plan.plots.count)
    #expect(homes.values.allSatisfy { $0 == 1 })
    for plot in subject.plan.plots {
      let sheet = try #require(atlas.first { $0.own.contains(MapSubject.key(plot)) })
      #expect(plot.area.allSatisfy(sheet.frame.shows))
    }
  }
}
