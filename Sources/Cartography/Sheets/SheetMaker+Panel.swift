internal import Geometry
internal import Settlement

extension SheetMaker {
  /// The panel below a map: title, standing, bars, arrows, legend.
  ///
  /// - Parameter frames: the maps above, all of one scale.
  func drawPanel(
    _ panel: SheetPanel, title: String, sheet: String, legend: Set<LegendItem>, frames: [MapFrame],
    into drawing: inout Drawing
  ) {
    guard let frame = frames.first else { return }
    let (box, size) = (panel.panel, panel.size)
    var furniture = furniture
    furniture.size = size
    var y = furniture.lines(
      [title], at: box.x, box.y - 1, TextStyle(body: 3.4 * size, bold: true), into: &drawing)
    y = furniture.lines(
      [PrintableText.name(subject.title), sheet], at: box.x, y, TextStyle(body: 2.8 * size, bold: true),
      within: 88 * size, into: &drawing)
    furniture.lines(
      furniture.standingLines, at: box.x, y + 0.5 * size, TextStyle(body: 2.1 * size), into: &drawing)

    let middle = box.x + 92 * size
    furniture.lines(
      [style[.scale, style.digits("\(frame.scale)")]], at: middle, box.y - 1,
      TextStyle(body: 2.8 * size, bold: true), into: &drawing)
    furniture.bars(for: frame, front: usualFront, at: middle, box.y + 8 * size, into: &drawing)
    furniture.lines(
      [
        style[
          .scaleFactor, PrintableText.name(subject.systemName, atMost: 30),
          style.digits(String.fixed(subject.gridScale, decimals: 6))]
      ], at: middle, box.y + 31 * size, TextStyle(body: 2.0 * size), wrap: 74 * size, into: &drawing)
    drawArrows(frames, at: PagePoint(box.x + 186 * size, box.y + 7 * size), furniture, into: &drawing)
    let right = panel.hasTags ? box.maxX - 46 : box.maxX
    let left = box.x + 228 * size
    furniture.legend(
      legend, in: PageBox(x: left, y: box.y, width: right - left, height: box.height - 2), into: &drawing)
  }

  /// North, and the ways to the canal and the main road.
  ///
  /// Of maps turned differently each has its own arrow to the north, and here stands only what holds for all.
  private func drawArrows(
    _ frames: [MapFrame], at place: PagePoint, _ furniture: Furniture, into drawing: inout Drawing
  ) {
    let size = furniture.size
    if frames.count == 1, let frame = frames.first {
      furniture.arrow(
        style[.north], angle: frame.north + subject.convergence, at: place, isNorth: true, into: &drawing)
    }
    if let canal = direction(to: waterPoints, inAll: frames) {
      furniture.arrow(
        style[.toCanal], angle: canal, at: place.moved(24 * size, 0), isNorth: false, into: &drawing)
    }
    if let road = direction(to: roadPoints, inAll: frames) {
      furniture.arrow(
        style[.toRoad], angle: road, at: place.moved(12 * size, 20.5 * size), isNorth: false, into: &drawing)
    }
  }

  private var waterPoints: [Segment] {
    subject.settlement.canals.flatMap { canal in
      canal.centreline.flatMap(\.segments) + canal.area.flatMap { $0.shell.segments }
    }
  }

  private var roadPoints: [Segment] {
    let roads = subject.settlement.roads.filter(\.givesAccess)
    return roads.flatMap { road in
      road.centreline.flatMap(\.segments) + road.area.flatMap { $0.shell.segments }
    } + subject.settlement.accessPoints.map { Segment(start: $0.point, end: $0.point) }
  }

  /// The same for several maps; nil where it differs by more than an eighth of a turn.
  private func direction(to lines: [Segment], inAll frames: [MapFrame]) -> Double? {
    let turns = frames.compactMap { direction(to: lines, in: $0) }
    guard let first = turns.first, turns.count == frames.count else { return nil }
    let agree = turns.allSatisfy { Trigonometry.cosine($0 - first) >= 0.7071 }
    return agree ? first : nil
  }

  /// Where the nearest of some lines lies, as seen from the middle of a map: radians clockwise from straight up.
  private func direction(to lines: [Segment], in frame: MapFrame) -> Double? {
    let from = middle(of: frame)
    let near = lines.map { $0.nearestPoint(to: from) }.min { $0.distance(to: from) < $1.distance(to: from) }
    guard let near, near.distance(to: from) > 0.01 else { return nil }
    let (page, middle) = (frame.page(near), frame.page(from))
    return Trigonometry.angle(dx: middle.y - page.y, dy: page.x - middle.x)
  }

  /// The middle of the plots or houses on a map, from where people look; the map's middle where there are none.
  private func middle(of frame: MapFrame) -> Point {
    let shown = items.compactMap { Bounds(of: $0.points).centre }.filter {
      frame.box.contains(frame.page($0))
    }
    return Bounds(of: shown).centre ?? frame.centre
  }
}
