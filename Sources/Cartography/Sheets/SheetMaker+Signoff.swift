internal import Geometry
internal import Settlement

extension SheetMaker {
  /// A4 lists for each lane: a row for each plot, three answers, a place to sign.
  public func signoff() -> [SheetPage] {
    let around = PlotSurroundings(subject: subject)
    var lanes: [Int: [(key: String, plot: Plot)]] = [:]
    for plot in subject.plan.plots {
      lanes[around.lane(of: plot) ?? -1, default: []].append((MapSubject.key(plot), plot))
    }
    // Lanes are counted as their plots are.
    let ordered = lanes.map { (lane: $0.key, plots: $0.value) }.sorted { one, other in
      (one.lane < 0 ? 1 : 0, one.plots[0].plot.number ?? .max, one.lane)
        < (other.lane < 0 ? 1 : 0, other.plots[0].plot.number ?? .max, other.lane)
    }
    var pages: [SheetPage] = []
    for (place, list) in ordered.enumerated() {
      let title = list.lane < 0 ? style[.noLane] : style[.lane, style.digits("\(place + 1)")]
      for start in stride(from: 0, to: list.plots.count, by: 14) {
        let part = Array(list.plots[start..<min(start + 14, list.plots.count)])
        pages.append(signoffPage(part, title, number: pages.count + 1))
      }
    }
    return pages
  }

  private func signoffPage(_ plots: [(key: String, plot: Plot)], _ title: String, number: Int) -> SheetPage {
    let page = PaperSize.a4.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    let left = 14.0
    var y = furniture.lines(
      ["\(style[.signoffTitle])   \(title)"], at: left, 12, TextStyle(body: 3.4, bold: true), into: &drawing)
    y = furniture.lines(
      [PrintableText.name(subject.title, atMost: 40), furniture.standingLines.joined(separator: "   ")],
      at: left, y,
      TextStyle(body: 2.3), wrap: 180, into: &drawing)
    let columns: [(Phrase, Double)] = [
      (.columnPlot, 18), (.columnOldHouse, 24), (.columnOldSize, 20), (.columnNewSize, 20), (.agree, 16),
      (.wantChange, 20), (.notHere, 16), (.signature, 48),
    ]
    y += 3
    let x = columnHeadings(columns, at: left, y, size: 2.05, into: &drawing)
    y += 13
    let (top, height) = (y, 14.0)
    for (key, plot) in plots {
      drawing.add(PagePath([PagePoint(left, y), PagePoint(x, y)]), stroke: Stroke(0.25))
      let name = typesetter.text(style.digits(key), TextStyle(digit: 4.2, bold: true))
      drawing.add(
        name.centred(on: PagePoint(left + 9, y + height / 2)), role: .plotNumber(key, hasLeader: true))
      if let seat = subject.seats[key] {
        let words = [
          seat.houseNumber.map { style.digits(PrintableText.name($0, atMost: 12)) },
          seat.squareMetres.map(style.squareWah),
        ]
        for (word, middle) in zip(words, [left + 30, left + 52]) where word != nil {
          drawing.add(
            typesetter.text(word ?? "", TextStyle(body: 2.6)).centred(on: PagePoint(middle, y + height / 2)))
        }
      }
      let size = typesetter.text(style.squareWah(plot.areaInSquareMetres), TextStyle(body: 2.6))
      drawing.add(size.centred(on: PagePoint(left + 72, y + height / 2)))
      for (answer, middle) in [("agree", left + 90), ("change", left + 108), ("absent", left + 126)] {
        drawing.add(
          PagePath(PageBox(x: middle - 2.5, y: y + height / 2 - 2.5, width: 5, height: 5)),
          stroke: Stroke(0.35),
          role: .box("\(key).\(answer)"))
      }
      y += height
    }
    columnRules(columns, at: left, from: top, to: y, into: &drawing)
    for (offset, word) in [(0.0, Phrase.witness), (94, .witness)] {
      drawing.add(
        PagePath([PagePoint(left + offset + 14, 280), PagePoint(left + offset + 84, 280)]),
        stroke: Stroke(0.35))
      drawing.add(typesetter.text(style[word], TextStyle(body: 2.3)).at(left + offset, 276))
    }
    return SheetPage(
      drawing: drawing, name: "signoff-\(number)", title: "\(style[.signoffTitle]) \(title)")
  }

  /// A5, for the public hearing: the number, three pictures, room to write and draw.
  public func objection() -> [SheetPage] {
    let page = PaperSize.a5.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    var y = furniture.lines(
      [style[.objectionTitle]], at: 12, 12, TextStyle(body: 3.6, bold: true), into: &drawing)
    y = furniture.lines([style[.objectionHow]], at: 12, y, TextStyle(body: 2.6), wrap: 124, into: &drawing)
    drawing.add(typesetter.text(style[.objectionPlot], TextStyle(body: 3.2, bold: true)).at(12, y + 6))
    drawing.add(
      PagePath(PageBox(x: 42, y: y + 3, width: 40, height: 15)), stroke: Stroke(0.5), role: .box("plot"))
    y += 24
    for (index, matter) in [
      ("size", Phrase.objectionSize), ("place", .objectionPlace), ("lane", .objectionLane),
    ].enumerated() {
      let x = 12 + Double(index) * 42
      drawPicture(matter.0, at: PagePoint(x + 20, y + 11), into: &drawing)
      drawing.add(
        PagePath(PageBox(x: x + 2, y: y + 24, width: 6, height: 6)), stroke: Stroke(0.5), role: .box(matter.0)
      )
      drawing.add(typesetter.text(style[matter.1], TextStyle(body: 2.6), wrap: 30).at(x + 10, y + 23))
    }
    y += 38
    drawing.add(
      PagePath(PageBox(x: 12, y: y, width: 124, height: 184 - y)), stroke: Stroke(0.35), role: .box("free"))
    let standing = furniture.standingLines
    furniture.lines(
      [
        "\(PrintableText.name(subject.title, atMost: 30))   \(standing[0])",
        "\(standing[1])   \(standing[2])",
      ], at: 12, 187,
      TextStyle(body: 2.05), within: 126, into: &drawing)
    return [SheetPage(drawing: drawing, name: "objection", title: style[.objectionTitle])]
  }

  /// A plot that is measured, a plot that is moved, a lane that is walked.
  private func drawPicture(_ matter: String, at middle: PagePoint, into drawing: inout Drawing) {
    func line(
      _ points: [(Double, Double)], closed: Bool = false, fill: Ink? = nil, _ stroke: Stroke = Stroke(0.5)
    ) {
      drawing.add(
        PagePath(points.map { middle.moved($0.0, $0.1) }, isClosed: closed), fill: fill, stroke: stroke)
    }
    let house = [(-5.0, 9.0), (-5, 0), (0, -5), (5, 0), (5, 9)]
    switch matter {
    case "size":
      line([(-8, -7), (8, -7), (8, 7), (-8, 7)], closed: true)
      line([(-8, 10), (8, 10)])
      line([(-6, 8.5), (-8, 10), (-6, 11.5)])
      line([(6, 8.5), (8, 10), (6, 11.5)])
    case "place":
      line(house.map { ($0.0 - 7, $0.1) }, closed: true, Stroke(0.35, dashes: [1.2, 0.9]))
      line(house.map { ($0.0 + 8, $0.1) }, closed: true)
      line([(-3, -8), (5, -8)])
      line([(2.5, -10), (5, -8), (2.5, -6)])
    default:
      line([(-4, 10), (-2, -10)])
      line([(4, 10), (2, -10)])
      line([(0, 9), (0, 5)], Stroke(0.5))
      line([(0, 2), (0, -1)], Stroke(0.5))
      line([(-12, 9), (-12, 1), (-8.5, -2), (-5, 1), (-5, 9)], closed: true)
      line([(12, 9), (12, 1), (8.5, -2), (5, 1), (5, 9)], closed: true)
    }
  }
}
