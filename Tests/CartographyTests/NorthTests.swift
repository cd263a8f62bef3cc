import Testing

@testable import Cartography

/// Each map of its own direction has its arrow to the north, and nothing lies over it.
@Suite struct NorthTests {
  @Test func longLandHasOneOnEachMap() throws {
    let maker = try SampleSubject.maker(plots: 450)
    for page in [try #require(maker.overview().first), try #require(maker.setbacks([], clauses: []).first)] {
      #expect(page.frames.count > 1)
      check(page, count: page.frames.count, maker)
    }
  }

  @Test func beforeAndAfterHaveOneEach() throws {
    let maker = try SampleSubject.maker(plots: 60)
    check(try #require(maker.change([], before: maker.subject).first), count: 2, maker)
  }

  private func check(_ page: SheetPage, count: Int, _ maker: SheetMaker) {
    let words = page.drawing.marks.filter { mark in
      if case .text(let text) = mark.content { text.text == maker.style[.north] } else { false }
    }
    #expect(words.count == count, "\(page.name)")
    #expect(SheetLint(page).findings.map { "\($0.rule) \($0.subject)" } == [])
  }
}
