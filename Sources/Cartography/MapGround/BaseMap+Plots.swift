internal import Geometry
internal import Settlement

/// How plots are shown on a sheet.
struct PlotLook {
  /// Heights of digits to try, in millimetres, the best first.
  var digits: [Double] = [5, 4.2, 3.4]
  /// Heights of the letters below the number to try, the best first.
  var notes: [Double] = [2.05]
  /// Whether the size stands below the number.
  var showsSize = true
  var showsHouses = true
  /// Whether a number that fits in no plot stands beside it; otherwise it is left out.
  var leads = true
  /// Whether plots of other sheets have their number too, in grey.
  var numbersNeighbours = false
  /// Plots that have their number on this sheet; nil for all that are whole.
  var own: Set<String>?
  /// Which plots are hatched, and with which item of the legend.
  var emphasis: [String: LegendItem] = [:]
}

extension BaseMap {
  /// Outlines of plots, then their numbers. Returns the plots that have one.
  @discardableResult
  mutating func drawPlots(_ look: PlotLook) -> [String] {
    var shown: [(key: String, plot: Plot, path: PagePath)] = []
    var neighbours: [(key: String, path: PagePath)] = []
    for plot in subject.plan.plots {
      guard let largest = plot.area.max(by: { $0.areaInSquareMetres < $1.areaInSquareMetres }) else {
        continue
      }
      let path = frame.path(largest)
      guard isVisible(path) else { continue }
      let key = MapSubject.key(plot)
      let isOwn = look.own?.contains(key) ?? frame.shows(largest)
      for part in plot.area.map(frame.path) {
        add(
          part, fill: isOwn ? .white : .light, stroke: isOwn ? Stroke(0.35) : Stroke(0.25, .dark),
          role: isOwn ? .plot(key) : .neighbouringPlot(key))
      }
      legend.insert(isOwn ? .plot : .neighbour)
      if let item = look.emphasis[key] { emphasise(path, as: item) }
      if isOwn { shown.append((key, plot, path)) } else { neighbours.append((key, path)) }
    }
    for path in subject.plan.buildings.flatMap(\.area).map(frame.path) where isVisible(path) {
      add(path, fill: .light, stroke: Stroke(0.25))
      legend.insert(.building)
    }
    if look.showsHouses { drawHouses() }
    drawKeeps()
    let numbered = number(shown, look)
    if look.numbersNeighbours { number(neighbours) }
    return numbered
  }

  /// In grey, where it is whole in what is seen of the plot.
  private mutating func number(_ neighbours: [(key: String, path: PagePath)]) {
    for (key, path) in neighbours {
      let text = typesetter.text(style.digits(key), TextStyle(digit: 3.4, ink: .grey(60)))
      let wish = [(text: text, angles: Self.angles(of: path))]
      guard let mark = board.place(wish, inside: path, near: path.roomiestPoint()) else { continue }
      write(mark, role: .label, on: .light)
    }
  }

  private mutating func emphasise(_ path: PagePath, as item: LegendItem) {
    switch item {
    case .new:
      add(Hatching.lines(over: [path], in: frame.box, spacing: 1.6), stroke: Stroke(0.3, .grey(60)))
    case .moved:
      add(Hatching.lines(over: [path], in: frame.box, spacing: 2.4, angle: 0), stroke: Stroke(0.3, .grey(60)))
    case .gone:
      for angle in [Double.pi / 4, -.pi / 4] {
        add(Hatching.lines(over: [path], in: frame.box, spacing: 1.1, angle: angle), stroke: Stroke(0.3))
      }
    default: return
    }
    legend.insert(item)
  }

  private mutating func number(
    _ shown: [(key: String, plot: Plot, path: PagePath)], _ look: PlotLook
  ) -> [String] {
    var leftOver: [(key: String, path: PagePath)] = []
    for (key, plot, path) in shown {
      let angles = Self.angles(of: path)
      let centre = path.roomiestPoint()
      let wishes = look.digits.flatMap { digit in
        angles.map { angle in
          (
            text: typesetter.text(style.digits(key), TextStyle(digit: digit, bold: true)),
            angles: [angle]
          )
        }
      }
      let share = subject.residents[key] == nil ? 0.16 : 0.22
      let target = look.showsSize ? centre.moved(0, -min(4, path.box.height * share)) : centre
      guard let mark = board.place(wishes, inside: path, near: target) else {
        leftOver.append((key, path))
        continue
      }
      write(mark, role: .plotNumber(key, hasLeader: false))
      if look.showsSize { addNotes(to: plot, key, in: path, below: mark, heights: look.notes) }
    }
    if !look.leads {
      let left = Set(leftOver.map(\.key))
      return shown.map(\.key).filter { !left.contains($0) }
    }
    lead(leftOver, among: shown.map(\.path), digit: look.digits.last ?? 3.4)
    return shown.map(\.key)
  }

  /// Below the number whose plot it is, as far as this copy may tell, and how large it is: as large as all of it fits.
  private mutating func addNotes(
    to plot: Plot, _ key: String, in path: PagePath, below mark: TextMark, heights: [Double]
  ) {
    for height in heights {
      let notes = notes(of: plot, key, in: path, below: mark, height)
      guard notes.isWhole || height == heights.last else { continue }
      board = notes.board
      for note in notes.marks { write(note, role: .plotNote(key)) }
      return
    }
  }

  private func notes(
    of plot: Plot, _ key: String, in path: PagePath, below mark: TextMark, _ height: Double
  ) -> (marks: [TextMark], board: LabelBoard, isWhole: Bool) {
    var (marks, board) = ([TextMark](), board)
    let small = TextStyle(body: height)
    let (wah, metres) = (
      style[.squareWah, style.squareWah(plot.areaInSquareMetres)],
      style[.squareMetres, style.number(plot.areaInSquareMetres, decimals: 1)]
    )
    let below = PagePoint(0, mark.inked.height / 2 + height + 0.35).turned(
      by: mark.angle, about: PagePoint(0, 0))
    var target = Quad(mark, margin: 0).box.centre.moved(below.x, below.y)
    func note(_ words: String, margin: Double) -> Bool {
      let text = typesetter.text(words, small)
      guard let note = board.place([(text, [mark.angle])], inside: path, near: target, margin: margin) else {
        return false
      }
      marks.append(note)
      let step = PagePoint(0, height * 1.76).turned(by: mark.angle, about: PagePoint(0, 0))
      target = Quad(note, margin: 0).box.centre.moved(step.x, step.y)
      return true
    }
    var isWhole = true
    if let resident = subject.residents[key] {
      // A name that is too long for the plot gives way to as much of it as fits.
      let lengths = [24, 16, 10, 6]
      let fitting = lengths.first { note(PrintableText.name(resident.label, atMost: $0), margin: 0.4) }
      isWhole = fitting == lengths.first
    }
    let isFull = subject.residents[key] != nil
    if !note("\(wah) \(metres)", margin: isFull ? 0.4 : 0.8) {
      isWhole = note(wah, margin: 0.4) && note(metres, margin: 0.4) && isWhole
    }
    return (marks, board, isWhole)
  }

  /// A text on ground of one grey, with the lines of old houses left out under it.
  mutating func write(_ mark: TextMark, role: MarkRole, on ground: Ink = .white) {
    add(PagePath(Quad(mark, margin: 0.4).corners, isClosed: true), fill: ground)
    drawing.add(mark, role: role)
  }

  /// Numbers that fit in no plot stand beside it, with a line.
  private mutating func lead(_ plots: [(key: String, path: PagePath)], among solid: [PagePath], digit: Double)
  {
    for (key, path) in plots {
      let text = typesetter.text(style.digits(key), TextStyle(digit: digit, bold: true, halo: true))
      let target = path.roomiestPoint()
      guard let placed = board.placeOutside(text, ofAny: [target], avoiding: solid, over: [path]) else {
        continue
      }
      add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
      add(.circle(target, radius: 0.5, corners: 12), fill: .black)
      drawing.add(placed.mark, role: .plotNumber(key, hasLeader: true))
    }
  }
}
