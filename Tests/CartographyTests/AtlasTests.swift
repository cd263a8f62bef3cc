import Geometry
import Settlement
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
    let subject = try SampleSubject.bent(seed: seed)
    let maker = try SampleSubject.maker(subject)
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
