import Geometry
import Settlement
import Testing

@testable import Cartography

@Suite struct SheetLintTests {
  @Test(arguments: [1, 3, 120])
  func sheetsAreClean(plots: Int) throws {
    let maker = try SampleSubject.maker(plots: plots)
    for pages in [
      try maker.table(), try maker.overview(), maker.wall(), try maker.household(), maker.signoff(),
      maker.objection(),
      maker.ballot([maker.subject, maker.subject]), maker.contents([("table.pdf", "ตาราง", 3)]),
    ] {
      #expect(SheetLint.findings(on: pages).map { "\($0.page) \($0.rule) \($0.subject)" } == [])
    }
  }

  /// Below the map of a wall sheet letters are those that older readers did best with, at least 2.6 mm high, and a bar is
  /// as true as any; smaller paper has the letters of a table sheet.
  @Test func wordsOnTheWallAreLarge() throws {
    let maker = try SampleSubject.maker(plots: 120)
    for (paper, least) in [(PaperSize.a0, 2.6), (.a1, 2.6), (.a3, 2.0)] {
      let pages = maker.wall(paper: paper)
      let page = try #require(pages.first)
      let below = try #require(page.frames.first).box.maxY
      // The number of the plot in the legend is a sample of what is in the map.
      let words = page.drawing.texts.map(\.text).filter { $0.origin.y > below && $0.text != "7" }
      let heights = words.map { $0.style.em * TextStyle.bodyShare }
      #expect(heights.count > 10)
      #expect((heights.min() ?? 0) >= least - 1e-9)
      #expect((heights.min() ?? 9) < least + 0.1)
      #expect(SheetLint.findings(on: pages) == [])
    }
  }

  /// Land of half a kilometre is shown in strips on a ballot, all options at one scale, and larger than as a whole.
  @Test func longOptionsAreShownInStrips() throws {
    let maker = try SampleSubject.maker(SampleSubject.bent(seed: 2, pieces: 14, plots: 60))
    let pages = maker.ballot([maker.subject, maker.subject])
    let page = try #require(pages.first)
    #expect(page.frames.count >= 4)
    #expect(Set(page.frames.map(\.scale)).count == 1)
    let box = PageBox(x: 80, y: 29, width: 205, height: 83)
    #expect((page.frames.first?.scale ?? .max) < maker.wholeFrame(in: box, scale: nil).scale)
    for (a, b) in zip(page.frames, page.frames.dropFirst()) { #expect(!a.box.overlaps(b.box)) }
    #expect(SheetLint.findings(on: pages) == [])
  }

  /// The words beside a frame name the next sheet, and its arrow is not over them: with three digits too.
  @Test func wordsOfTheNextSheetAreClear() throws {
    let maker = try SampleSubject.maker(SampleSubject.bent(seed: 1, pieces: 300, plots: 300))
    let pages = try maker.table()
    #expect(pages.count > 100)
    let words = Set((1...pages.count).map { maker.style[.toSheet, "\($0)"] })
    let texts = pages.flatMap(\.drawing.texts).map(\.text.text)
    #expect(texts.contains { $0.hasSuffix("100") && words.contains($0) })
    #expect(SheetLint.findings(on: pages).filter { words.contains($0.subject) }.map(\.page) == [])
  }

  @Test func englishAndThaiDigitsAreCleanToo() throws {
    var maker = try SampleSubject.maker(plots: 60, language: "en")
    #expect(SheetLint.findings(on: try maker.table()) == [])
    maker = SheetMaker(
      maker.subject,
      style: MapStyle(language: try Language.builtIn("th"), usesThaiDigits: true, isColoured: true),
      typesetter: maker.typesetter)
    #expect(SheetLint.findings(on: try maker.table()) == [])
  }

  /// Each kind of fault, planted at five places of a clean sheet, is found as what it is: 65 in all.
  @Test(arguments: PlantedFault.allCases, 0..<5)
  func plantedFaultIsFound(fault: PlantedFault, place: Int) throws {
    let maker = try SampleSubject.maker(plots: 40)
    var page = try #require(try maker.table().first)
    #expect(SheetLint(page).findings == [])
    fault.plant(at: place, in: &page, typesetter: maker.typesetter)
    let found = SheetLint.findings(on: [page])
    #expect(found.contains { $0.rule == fault.rule }, "\(found)")
  }
}

/// What somebody could break between a clean sheet and the paper.
enum PlantedFault: String, CaseIterable {
  case tinyText, tinyNumber, numberMoved, numberLost, textOverText, paleText, coveredText, unknownLetter,
    cutPlot, overTheEdge, thinLine, falseBar, tagPaintedOver

  var rule: SheetFinding.Rule {
    switch self {
    case .tinyText, .tinyNumber: .smallText
    case .numberMoved: .numberOutside
    case .numberLost: .numberCount
    case .textOverText: .overlap
    case .paleText: .contrast
    case .coveredText: .covered
    case .unknownLetter: .unknownGlyph
    case .cutPlot: .plotCut
    case .overTheEdge: .outside
    case .thinLine: .thinLine
    case .falseBar: .scaleBar
    case .tagPaintedOver: .tagCovered
    }
  }

  func plant(at place: Int, in page: inout SheetPage, typesetter: Typesetter) {
    let numbers = page.drawing.marks.indices.filter {
      if case .plotNumber = page.drawing.marks[$0].role { true } else { false }
    }
    let plots = page.drawing.marks.indices.filter {
      if case .plot = page.drawing.marks[$0].role { true } else { false }
    }
    let bars = page.drawing.marks.indices.filter {
      if case .scaleBar = page.drawing.marks[$0].role { true } else { false }
    }
    let number = numbers[place * 3 % numbers.count]
    guard case .text(let text) = page.drawing.marks[number].content,
      case .plotNumber(let key, _) = page.drawing.marks[number].role
    else { return }
    let free = PagePoint(60 + Double(place) * 40, 31)
    switch self {
    case .tinyText:
      page.drawing.add(typesetter.text("เล็ก", TextStyle(body: 1.0 + Double(place) * 0.2)).centred(on: free))
    case .tinyNumber:
      let small = typesetter.text(key, TextStyle(body: 1.6 + Double(place) * 0.2)).centred(
        on: text.inkedBox.centre)
      page.drawing.marks[number] = Mark(.text(small), role: page.drawing.marks[number].role)
    case .numberMoved:
      var moved = text
      moved.origin = moved.origin.moved(Double(place - 2) * 9 + 5, 40)
      page.drawing.marks[number].content = .text(moved)
    case .numberLost: page.drawing.marks.remove(at: number)
    case .textOverText:
      page.drawing.add(typesetter.text("ทับ", TextStyle(body: 3)).centred(on: text.inkedBox.centre))
    case .paleText:
      page.drawing.add(
        typesetter.text("จาง", TextStyle(body: 3, ink: .grey(10 + Double(place) * 5))).centred(on: free))
    case .coveredText:
      let over = text.inkedBox.centre
      page.drawing.add(
        PagePath(PageBox(x: over.x + Double(place) * 0.2, y: over.y - 1, width: 30, height: 30)),
        fill: .grey(60 + Double(place) * 10))
    case .unknownLetter:
      let letters = ["\u{1F600}", "漢", "字", "\u{10A80}", "ქ"]
      page.drawing.add(typesetter.text(letters[place], TextStyle(body: 3)).centred(on: free))
    case .cutPlot:
      let plot = plots[place * 5 % plots.count]
      guard case .path(let path, _, _) = page.drawing.marks[plot].content else { return }
      page.drawing.marks[plot].clip = PageBox(x: 0, y: 0, width: path.box.maxX - 1, height: 900)
    case .overTheEdge:
      page.drawing.add(
        typesetter.text("ขอบกระดาษ", TextStyle(body: 3)).centred(on: PagePoint(80 + Double(place) * 60, 2)))
    case .thinLine:
      page.drawing.add(PagePath([free, free.moved(10, 3)]), stroke: Stroke(0.05 + Double(place) * 0.03))
    case .falseBar:
      let bar = bars[place % bars.count]
      guard case .path(var path, let fill, let stroke) = page.drawing.marks[bar].content else { return }
      path.lines[0].points = path.lines[0].points.map {
        PagePoint(path.box.x + ($0.x - path.box.x) * 1.002, $0.y)
      }
      page.drawing.marks[bar].content = .path(path, fill: fill, stroke: stroke)
    case .tagPaintedOver:
      let tags = TagPlaces.boxes(on: page.drawing.page, side: PaperSize.a3.tagSide)
      let edge = tags[place].centre
      page.drawing.add(PagePath([edge, edge.moved(9, 1)]), stroke: Stroke(0.5))
    }
  }
}
