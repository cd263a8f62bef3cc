internal import Geometry
internal import Settlement

extension BaseMap {
  /// Houses of today: dashed, or filled where they stay.
  mutating func drawHouses(asSurvey isSurvey: Bool = false) {
    for house in subject.settlement.houses {
      for path in house.footprint.map(frame.path) where isVisible(path) {
        if house.isLocked {
          add(path, fill: .dark, stroke: Stroke(0.5))
          legend.insert(.stays)
        } else {
          add(
            path, fill: isSurvey ? .white : nil,
            stroke: isSurvey ? Stroke(0.35) : Stroke(0.35, .grey(60), dashes: [1.2, 0.9]))
          legend.insert(isSurvey ? .house : .oldHouse)
        }
      }
      if house.footprint.isEmpty, let point = house.point.map(frame.page), frame.box.contains(point) {
        add(
          .circle(point, radius: 1, corners: 16), fill: house.isLocked ? .dark : .white, stroke: Stroke(0.35))
        legend.insert(house.isLocked ? .stays : isSurvey ? .house : .oldHouse)
      }
    }
  }

  /// From here on no word is put over a house.
  mutating func keepHousesClear() {
    for path in subject.settlement.houses.flatMap(\.footprint).map(frame.path) where isVisible(path) {
      board.take(Quad(path.box))
    }
  }

  /// Temples, trees, pumps: what stays, with its picture.
  mutating func drawKeeps(size: Double = 5) {
    for keep in subject.settlement.keeps {
      let symbol = PlaceSymbol(named: keep.name)
      for path in keep.shape.polygons.map(frame.path) where isVisible(path) {
        add(path, fill: .middle, stroke: Stroke(0.5))
      }
      let place =
        keep.shape.points.first.map(frame.page)
        ?? keep.shape.polygons.first.map { frame.path($0).roomiestPoint() }
      for line in keep.shape.lineStrings.map(frame.path) where isVisible(line) {
        add(line, stroke: Stroke(0.5))
      }
      guard let place, frame.box.inset(by: 3).contains(place) else { continue }
      symbol.draw(at: place, size: size, into: &drawing, clip: frame.box)
      board.take(
        Quad(
          PageBox(
            x: place.x - size / 2 - 0.3, y: place.y - size / 2 - 0.3, width: size + 0.6, height: size + 0.6)))
      legend.insert(.symbol(symbol))
    }
  }

  /// Names of water and ways, and how wide they are.
  mutating func drawNames() {
    drawLargeNames()
    drawWayWidths()
  }

  /// Names of canals and roads, in the middle of them and off their edges.
  mutating func drawLargeNames() {
    let houses = subject.settlement.houses.flatMap(\.footprint).map(frame.path).filter { isVisible($0) }
    for canal in subject.settlement.canals where !canal.isCulvert {
      let word = canal.name.map { PrintableText.name($0, atMost: 40) } ?? style[.legendCanal]
      for text in [(3.2, true), (2.6, true), (2.1, false)].map({
        typesetter.text(word, TextStyle(body: $0.0, bold: $0.1))
      }) {
        if name(
          text, canal.area, canal.centreline, widthMetres: canal.widthMetres ?? 0, beside: houses,
          on: style.water)
        {
          break
        }
      }
    }
    for road in subject.settlement.roads {
      let word = road.name.map { PrintableText.name($0, atMost: 40) } ?? style[.legendRoad]
      for text in [2.6, 2.1].map({ typesetter.text(word, TextStyle(body: $0)) }) {
        if name(
          text, road.area, road.centreline, widthMetres: road.widthMetres ?? 4, beside: houses, on: .light)
        {
          break
        }
      }
    }
  }

  private mutating func name(
    _ text: TextMark, _ areas: [Polygon], _ lines: [LineString], widthMetres: Double,
    beside houses: [PagePath], on ground: Ink
  ) -> Bool {
    let margin = 1.2
    let half = text.inked.height / 2
    for area in areas.map(frame.path) where isVisible(area) {
      let places = board.places(in: area, atLeast: half + margin * 0.9, room: half + 4)
      if name(text, at: places, over: [area], beside: houses, margin, on: ground) { return true }
    }
    for line in lines.map({ $0.points.map(frame.page) }) {
      let width = widthMetres * frame.millimetresPerMetre
      guard width > 2 * half + margin else { continue }
      let parts = PagePath.corridors(along: line, halfWidth: width / 2).filter { isVisible($0) }
      if name(text, at: board.places(along: line), over: parts, beside: houses, margin, on: ground) {
        return true
      }
    }
    return false
  }

  /// Beside houses where that can be, else over them.
  private mutating func name(
    _ text: TextMark, at places: [(point: PagePoint, angle: Double)], over areas: [PagePath],
    beside houses: [PagePath], _ margin: Double, on ground: Ink
  ) -> Bool {
    guard
      let mark = board.place(text, at: places, over: areas, margin: margin, avoiding: houses)
        ?? board.place(text, at: places, over: areas, margin: margin)
    else { return false }
    write(mark, role: .label, on: ground)
    return true
  }

  private mutating func drawWayWidths() {
    let small = TextStyle(body: 2.1)
    for lane in subject.plan.lanes {
      let width = lane.widthMetres.map { " " + style[.metres, style.number($0)] } ?? ""
      for area in lane.area.map(frame.path) where isVisible(area) {
        let word = lane.use == .walkway ? style[.legendWalkway] : style[.legendLane]
        let long = typesetter.text(word + width, small)
        if !label(long, along: area), !width.isEmpty {
          label(typesetter.text(String(width.dropFirst()), small), along: area)
        }
      }
    }
    for place in subject.plan.sharedPlaces {
      for area in place.area.map(frame.path) where isVisible(area) {
        let symbol = PlaceSymbol(named: place.use)
        let word = symbol == .keep ? style[.open] : style[symbol.word]
        let text = typesetter.text(word, small)
        if let mark = board.place([(text, [0])], inside: area, near: area.roomiestPoint()) {
          write(mark, role: .label, on: style.open)
        }
      }
    }
  }

  @discardableResult
  private mutating func label(_ text: TextMark, along area: PagePath, on ground: Ink = .light) -> Bool {
    guard let mark = board.place(along: area, text) else { return false }
    write(mark, role: .label, on: ground)
    return true
  }

  /// The numbers of today's houses, where there is room.
  mutating func drawHouseNumbers(body: Double = 2.1) {
    let footprints = subject.settlement.houses.flatMap(\.footprint).map(frame.path).filter { isVisible($0) }
    for house in subject.settlement.houses {
      guard let number = house.houseNumber else { continue }
      let area = house.footprint.first.map(frame.path)
      guard
        let centre = area?.roomiestPoint() ?? house.point.map({ frame.page($0).moved(0, -3) }),
        frame.box.contains(centre)
      else { continue }
      let text = typesetter.text(
        style.digits(PrintableText.name(number, atMost: 12)), TextStyle(body: body))
      let around = area ?? PagePath(PageBox(x: centre.x - 12, y: centre.y - 4, width: 24, height: 8))
      if let mark = board.place([(text, Self.angles(of: around))], inside: around, near: centre, margin: 0.3)
      {
        write(mark, role: .label)
      } else if let placed = board.placeOutside(
        text, ofAny: [centre], avoiding: footprints, over: area.map { [$0] } ?? [])
      {
        add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
        drawing.add(placed.mark, role: .label)
      }
    }
  }

  /// What parcels of today are called, where there is room inside.
  mutating func drawParcelNames() {
    for parcel in subject.settlement.parcels {
      guard let name = parcel.reference.id.map({ PrintableText.name($0, atMost: 12) }), !name.isEmpty,
        let area = parcel.area.max(by: { $0.areaInSquareMetres < $1.areaInSquareMetres }).map(frame.path),
        isVisible(area)
      else { continue }
      let wishes = [3.0, 2.4, 2.05].map {
        (text: typesetter.text(style.digits(name), TextStyle(body: $0)), angles: Self.angles(of: area))
      }
      if let mark = board.place(wishes, inside: area, near: area.roomiestPoint()) {
        write(mark, role: .label)
      }
    }
  }

  /// Upright, and along the longest side.
  static func angles(of area: PagePath) -> [Double] {
    guard
      let long = area.sides.max(by: {
        $0.from.distance(to: $0.to) < $1.from.distance(to: $1.to)
      })
    else { return [0] }
    var angle = Trigonometry.angle(dx: long.to.x - long.from.x, dy: long.to.y - long.from.y)
    if angle > .pi / 2 { angle -= .pi }
    // Straight up reads from below, as on every plan.
    if angle <= -.pi / 2 + 1e-6 { angle += .pi }
    if angle > .pi / 4 { angle -= .pi }
    var across = angle + .pi / 2
    if across > .pi / 4 { across -= .pi }
    return [0] + [across, angle].sorted { abs($0) < abs($1) }.filter { abs($0) > 0.02 }
  }
}
