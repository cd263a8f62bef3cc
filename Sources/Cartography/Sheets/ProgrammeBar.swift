/// The families of a row as a bar: with a plot, without one, not planned for yet. Told apart by patterns, for copiers.
struct ProgrammeBar {
  enum Kind: CaseIterable { case hasPlot, without, unplanned }

  private let shares: [(kind: Kind, share: Double)]

  /// - Parameter most: the families of the longest bar beside it.
  init(_ row: ProgrammeFigures.Row, most: Int) {
    let families = max(0, row.families ?? 0)
    let unplanned = min(families, max(0, row.unplanned ?? 0))
    let without = min(families - unplanned, max(0, row.without ?? 0))
    let counts = [families - unplanned - without, without, unplanned]
    shares = zip(Kind.allCases, counts).map { ($0, Double($1) / Double(max(1, most))) }
  }

  func draw(in room: PageBox, into drawing: inout Drawing) {
    var x = room.x
    for (kind, share) in shares where share > 0 {
      let width = min(max(0.4, share * room.width), room.maxX - x)
      guard width > 0 else { return }
      Self.draw(kind, in: PageBox(x: x, y: room.y, width: width, height: room.height), into: &drawing)
      x += width
    }
  }

  static func draw(_ kind: Kind, in box: PageBox, into drawing: inout Drawing) {
    drawing.add(PagePath(box), fill: kind == .hasPlot ? .dark : .white, stroke: Stroke(0.3))
    if kind == .without {
      drawing.add(Hatching.lines(over: [PagePath(box)], in: box, spacing: 1.1), stroke: Stroke(0.3))
    }
  }
}
