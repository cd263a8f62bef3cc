extension Furniture {
  /// A legend in columns, of what was drawn on the sheet only.
  func legend(
    _ items: Set<LegendItem>, in box: PageBox, columnWidth: Double = 44, rowHeight: Double = 6,
    into drawing: inout Drawing
  ) {
    let (columnWidth, rowHeight) = (columnWidth * size, rowHeight * size)
    let ordered = items.sorted { ($0.rank, $0.size) < ($1.rank, $1.size) }
    let rows = max(1, Int(box.height / rowHeight))
    let right = box.maxX + 0.5
    for (index, item) in ordered.enumerated() {
      let (column, row) = (index / rows, index % rows)
      let (x, y) = (box.x + Double(column) * columnWidth, box.y + Double(row) * rowHeight)
      guard x + columnWidth <= right else { return }
      let box = PageBox(x: x, y: y + 0.6 * size, width: 9 * size, height: rowHeight - 1.6 * size)
      sample(item, in: box, into: &drawing)
      let text = typesetter.text(words(item), TextStyle(body: 2.05 * size))
      drawing.add(text.at(x + 10.5 * size, y + (rowHeight - 0.4 * size - text.size.height) / 2))
    }
  }

  private func words(_ item: LegendItem) -> String {
    switch item {
    case .plot: style[.legendPlot]
    case .plotGround: style[.columnPlot]
    case .neighbour: style[.legendNeighbour]
    case .new: style[.legendNew]
    case .moved: style[.legendMoved]
    case .gone: style[.legendGone]
    case .keepsRule: style[.verdictOk]
    case .breach: style[.verdictBreach]
    case .unsure: style[.verdictUnsure]
    case .unknown: style[.verdictUnknown]
    case .building: style[.legendBuilding]
    case .lane: style[.legendLane]
    case .walkway: style[.legendWalkway]
    case .shared: style[.legendShared]
    case .road: style[.legendRoad]
    case .canal: style[.legendCanal]
    case .bank: style[.legendBank]
    case .setback(let metres): style[.legendSetback, style.number(metres)]
    case .strip: style[.legendStrip]
    case .house, .oldHouse: style[.legendOldHouse]
    case .stays: style[.legendStays]
    case .site: style[.legendSite]
    case .parcel: style[.legendParcel]
    case .symbol(let symbol): style[symbol.word]
    }
  }

  private func sample(_ item: LegendItem, in box: PageBox, into drawing: inout Drawing) {
    let middle = PagePath([PagePoint(box.x, box.centre.y), PagePoint(box.maxX, box.centre.y)])
    let area = PagePath(box)
    switch item {
    case .plot:
      drawing.add(area, fill: .white, stroke: Stroke(0.35))
      drawing.add(
        typesetter.text(style.digits("7"), TextStyle(digit: 2.8, bold: true)).centred(on: box.centre))
    case .plotGround: drawing.add(area, fill: .dark)
    case .neighbour: drawing.add(area, fill: .light, stroke: Stroke(0.25, .dark))
    case .keepsRule: drawing.add(area, fill: .white, stroke: Stroke(0.25))
    case .breach, .gone:
      drawing.add(area, fill: .white, stroke: Stroke(0.5))
      for angle in [Double.pi / 4, -.pi / 4] {
        drawing.add(Hatching.lines(over: [area], in: box, spacing: 1.1, angle: angle), stroke: Stroke(0.3))
      }
    case .unsure:
      drawing.add(area, fill: .white, stroke: Stroke(0.5))
      drawing.add(Hatching.lines(over: [area], in: box, spacing: 1.3), stroke: Stroke(0.3))
    case .unknown:
      drawing.add(area, fill: .white, stroke: Stroke(0.5))
      drawing.add(
        Hatching.lines(over: [area], in: box, spacing: 1.3, angle: 0), stroke: Stroke(0.3, dashes: [0.4, 1]))
    case .new:
      drawing.add(area, fill: .white, stroke: Stroke(0.35))
      drawing.add(Hatching.lines(over: [area], in: box, spacing: 1.6), stroke: Stroke(0.3, .grey(60)))
    case .moved:
      drawing.add(area, fill: .white, stroke: Stroke(0.35))
      drawing.add(
        Hatching.lines(over: [area], in: box, spacing: 2.4, angle: 0), stroke: Stroke(0.3, .grey(60)))
    case .building: drawing.add(area, fill: .light, stroke: Stroke(0.25))
    case .lane: drawing.add(area, fill: .light, stroke: Stroke(0.5))
    case .walkway: drawing.add(area, fill: style.walkway, stroke: Stroke(0.5))
    case .shared:
      drawing.add(area, fill: style.open, stroke: Stroke(0.35))
      drawing.add(
        Hatching.lines(over: [area], in: box, spacing: 2, angle: -.pi / 4),
        stroke: Stroke(0.3, .grey(60), dashes: [0.3, 1.5]))
    case .road: drawing.add(area, fill: .light, stroke: Stroke(0.35))
    case .canal: drawing.add(area, fill: style.water, stroke: Stroke(0.35))
    case .bank: drawing.add(middle, stroke: Stroke(0.7))
    case .setback: drawing.add(middle, stroke: Stroke(0.9, dashes: [3.5, 1.2, 1, 1.2]))
    case .strip:
      drawing.add(
        Hatching.lines(over: [area], in: box, spacing: 2), stroke: Stroke(0.25, .grey(60)))
    case .house: drawing.add(area, fill: .white, stroke: Stroke(0.35))
    case .oldHouse: drawing.add(area, stroke: Stroke(0.35, .grey(60), dashes: [1.2, 0.9]))
    case .stays: drawing.add(area, fill: .dark, stroke: Stroke(0.5))
    case .site: drawing.add(middle, stroke: Stroke(0.5, dashes: [3, 1.5]))
    case .parcel: drawing.add(area, stroke: Stroke(0.25))
    case .symbol(let symbol): symbol.draw(at: box.centre, size: box.height, into: &drawing)
    }
  }
}

extension LegendItem {
  fileprivate var size: Double { if case .setback(let metres) = self { metres } else { 0 } }
}
