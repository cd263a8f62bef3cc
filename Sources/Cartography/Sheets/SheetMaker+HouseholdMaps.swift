internal import Geometry
internal import Settlement

extension SheetMaker {
  /// The side on the lane points to the right, so that the lane lies below: counter-clockwise from east in radians.
  static func front(of area: Polygon, towards lanes: [Segment]) -> Double {
    let reach = area.bounds.widened(byMetres: 2)
    let near = lanes.filter { Bounds(from: $0.start, to: $0.end).meets(reach) }
    let ring = area.shell.counterClockwise
    let sides = ring.segments.filter { $0.length > 0.3 }
    func far(_ side: Segment) -> Double { near.reduce(.infinity) { min($0, $1.distance(to: side.midpoint)) } }
    let best =
      near.isEmpty
      ? sides.max { $0.length < $1.length } : sides.min { (far($0), -$0.length) < (far($1), -$1.length) }
    guard let best else { return 0 }
    return Trigonometry.angle(dx: best.step.dx, dy: best.step.dy)
  }

  /// In millimetres, so that a plot 7 m wide is still shown at 1:100 in 78 mm.
  private static let roomAround = 3.5

  /// A frame around an area at the largest whole scale that leaves room at its edges.
  func frame(of area: Polygon, in box: PageBox, bearing: Double, from largest: Int) -> MapFrame {
    func frame(_ scale: Int) -> MapFrame {
      let level = MapFrame(
        box: box, centre: area.bounds.centre ?? Point(x: 0, y: 0), scale: scale, bearing: bearing,
        gridScale: subject.gridScale)
      let shown = PageBox(around: area.shell.points.map(level.page))
      return level.moved(centre: level.ground(shown.centre))
    }
    return Self.scales.filter { $0 >= largest }.map(frame).first { frame in
      area.shell.points.allSatisfy { box.inset(by: Self.roomAround).contains(frame.page($0)) }
    } ?? frame(Self.scales.last ?? 100_000)
  }

  /// The plot alone, with its sides and the houses that stand on it today.
  func drawOwn(_ plot: Plot, _ key: String, _ frame: MapFrame, into drawing: inout Drawing) {
    var map = BaseMap(subject, style, typesetter, frame: frame, on: drawing)
    map.drawGround(showsStrip: false)
    for part in plot.area.map(frame.path) {
      map.add(part, fill: .white, stroke: Stroke(0.7), role: .plot(key))
    }
    map.drawHouses()
    for part in plot.area { drawSides(of: part, on: &map) }
    let number = typesetter.text(style.digits(key), TextStyle(digit: 8, bold: true))
    if let area = plot.area.first.map(frame.path),
      let mark = map.board.place([(number, [0])], inside: area, near: area.roomiestPoint())
    {
      map.write(mark, role: .plotNumber(key, hasLeader: false))
    }
    map.drawHouseNumbers(body: 2.4)
    map.drawNames()
    drawing = map.drawing
    drawing.add(PagePath(frame.box), stroke: Stroke(0.5))
  }

  /// How long each side is, inside the plot along it; bends of less than two degrees are no corners.
  private func drawSides(of area: Polygon, on map: inout BaseMap) {
    let corners = Self.corners(of: area.shell.counterClockwise)
    for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let (a, b) = (map.frame.page(from), map.frame.page(to))
      let length = a.distance(to: b)
      let text = typesetter.text(
        style[.metres, style.side(from.distance(to: to) / subject.gridScale)],
        TextStyle(body: 2.4))
      guard length > text.inked.width + 4 else { continue }
      var angle = Trigonometry.angle(dx: b.x - a.x, dy: b.y - a.y)
      // The inside of a ring that runs counter-clockwise lies to the left, on paper above.
      let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length)
      let place = PagePoint((a.x + b.x) / 2 + dy * 3.2, (a.y + b.y) / 2 - dx * 3.2)
      if angle > .pi / 2 + 0.01 { angle -= .pi }
      if angle < -.pi / 2 - 0.01 { angle += .pi }
      let mark = text.centred(on: place, angle: angle)
      map.board.take(Quad(mark, margin: 0.4))
      map.write(mark, role: .label)
    }
  }

  private static func corners(of ring: Ring) -> [Point] {
    let points = Array(ring.points.dropLast())
    return points.indices.filter { index in
      let before = points[(index + points.count - 1) % points.count]
      let after = points[(index + 1) % points.count]
      let (come, go) = (points[index] - before, after - points[index])
      return abs(Trigonometry.angle(dx: come.dot(go), dy: come.cross(go))) > 0.035
    }.map { points[$0] }
  }

  /// The plot among its neighbours, itself hatched.
  func drawAround(_ key: String, _ frame: MapFrame, into drawing: inout Drawing) {
    var map = BaseMap(subject, style, typesetter, frame: frame, on: drawing)
    map.drawGround()
    var look = PlotLook(digits: [4.2, 3.4], showsSize: false, leads: false)
    look.emphasis = [key: .moved]
    look.numbersNeighbours = true
    map.drawPlots(look)
    map.drawNames()
    drawing = map.drawing
    drawing.add(PagePath(frame.box), stroke: Stroke(0.5))
  }
}
