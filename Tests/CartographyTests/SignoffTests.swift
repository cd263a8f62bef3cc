import Testing

@testable import Cartography

/// Lists to sign, lane by lane.
@Suite struct SignoffTests {
  /// Every plot has one row with three boxes; each page has at most fourteen rows, all of the one lane that its title
  /// names, and lanes follow one another as they are counted.
  @Test(arguments: [1, 14, 15, 120, 450], ["th", "en"])
  func everyPlotOnceUnderItsLane(plots: Int, language: String) throws {
    let maker = try SampleSubject.maker(plots: plots, language: language)
    let around = PlotSurroundings(subject: maker.subject)
    let laneOf = Dictionary(
      uniqueKeysWithValues: maker.subject.plan.plots.map { (MapSubject.key($0), around.lane(of: $0)) })
    let pages = maker.signoff()
    var rows: [String] = []
    var titles: [String: Int?] = [:]
    var order: [String] = []
    for page in pages {
      let keys = page.drawing.marks.compactMap { mark -> String? in
        guard case .plotNumber(let key, _) = mark.role else { return nil }
        return key
      }
      #expect((1...14).contains(keys.count), "\(page.name)")
      let lanes = Set(keys.compactMap { laneOf[$0] })
      #expect(lanes.count == 1, "one lane on \(page.name)")
      if let lane = lanes.first {
        #expect(titles[page.title, default: lane] == lane, "\(page.title) is one lane")
        titles[page.title] = lane
      }
      if order.last != page.title { order.append(page.title) }
      #expect(page.drawing.texts.contains { $0.text.text.contains(page.title.suffix(3)) })
      for key in keys {
        let boxes = page.drawing.marks.filter { mark in
          if case .box(let name) = mark.role { name.hasPrefix("\(key).") } else { false }
        }
        #expect(boxes.count == 3, "boxes of plot \(key)")
      }
      rows += keys
    }
    #expect(rows.count == plots && Set(rows).count == plots)
    #expect(Set(order).count == order.count, "the pages of a lane follow one another")
    #expect(titles.count == Set(laneOf.values).count)
    #expect(SheetLint.findings(on: pages) == [])
  }
}
