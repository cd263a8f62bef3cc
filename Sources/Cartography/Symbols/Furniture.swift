/// What a sheet carries beside its map: title, bars, arrows, legend. Each part draws at a place and tells its height.
struct Furniture {
  let subject: MapSubject
  let style: MapStyle
  let typesetter: Typesetter
  /// Letters and signs of bars, arrows and legend are so many times as large as on a table sheet.
  var size = 1.0

  // MARK: Words

  /// Version, day, standing and the plan's words, one a line.
  var standingLines: [String] {
    [
      style[.version, style.digits(PrintableText.name(subject.version, atMost: 12))] + "  "
        + (subject.isAgreed ? style[.agreed] : style[.draft]),
      day,
      style[.planWords, style.language.words(of: subject.digest)],
    ]
  }

  var day: String {
    guard let date = subject.date else { return style[.dateBlank] }
    let month = style.language.months[date.month - 1]
    return style[
      .date, style.digits("\(date.day)"), month, style.digits("\(date.buddhistYear)"),
      style.digits("\(date.year)")]
  }

  /// Lines of one size under one another, wrapped or cut at a width. Returns where the next may begin.
  @discardableResult
  func lines(
    _ lines: [String], at x: Double, _ y: Double, _ text: TextStyle, wrap: Double? = nil,
    within: Double? = nil,
    into drawing: inout Drawing
  ) -> Double {
    var y = y
    for line in lines {
      let mark =
        (within.map { typesetter.text(line, text, within: $0) } ?? typesetter.text(line, text, wrap: wrap))
        .at(x, y)
      drawing.add(mark)
      y += mark.size.height
    }
    return y
  }

  // MARK: Bars

  /// A bar in metres and a bar in house fronts, both true to the scale of the map.
  func bars(for frame: MapFrame, front: Double, at x: Double, _ y: Double, into drawing: inout Drawing) {
    let unit = frame.millimetresPerMetre * frame.gridScale
    let step = [1.0, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].first { $0 * unit >= 9 * size } ?? 2000
    bar(
      [0, 1, 2, 4].map { ($0 * step, style.number($0 * step)) }, last: style[.metres, style.number(4 * step)],
      unit: unit, at: x, y, into: &drawing)
    let fronts = [1.0, 2, 4, 8, 10, 20, 50, 100, 200, 500].first { $0 * front * unit >= 9 * size } ?? 500
    bar(
      [0, 1, 2].map { ($0 * fronts * front, style.number($0 * fronts)) },
      last: style[.houseFronts, style.number(2 * fronts)], unit: unit, at: x, y + 11 * size, into: &drawing)
  }

  private func bar(
    _ stops: [(metres: Double, word: String)], last: String, unit: Double, at x: Double, _ y: Double,
    into drawing: inout Drawing
  ) {
    for (index, (from, to)) in zip(stops, stops.dropFirst()).enumerated() {
      drawing.add(
        PagePath(
          PageBox(
            x: x + from.metres * unit, y: y, width: (to.metres - from.metres) * unit, height: 1.8 * size)),
        fill: index % 2 == 0 ? .black : .white, stroke: Stroke(0.25),
        role: .scaleBar(metres: to.metres - from.metres))
    }
    for (index, stop) in stops.enumerated() {
      let isLast = index == stops.count - 1
      let mark = typesetter.text(isLast ? last : stop.word, TextStyle(body: 2.1 * size))
      let left = isLast ? x + stop.metres * unit - 1.5 * size : x + stop.metres * unit - mark.size.width / 2
      drawing.add(mark.at(left, y + 1.9 * size))
    }
  }

  // MARK: Arrows

  /// An arrow in a circle of 16 mm times `scale`, its word below it or to the right. `angle` is clockwise from straight
  /// up.
  func arrow(
    _ word: String, angle: Double, at centre: PagePoint, isNorth: Bool, scale: Double = 1,
    isBeside: Bool = false, into drawing: inout Drawing
  ) {
    let shape: [(Double, Double)] =
      isNorth
      ? [(0, -6.5), (2.6, 5), (0, 3), (-2.6, 5)]
      : [(0, -6.5), (3, -1.5), (1, -1.5), (1, 5.5), (-1, 5.5), (-1, -1.5), (-3, -1.5)]
    let size = scale * self.size
    let path = PagePath(
      shape.map { centre.moved($0.0 * size, $0.1 * size).turned(by: angle, about: centre) }, isClosed: true)
    drawing.add(path, fill: isNorth ? .black : .white, stroke: Stroke(0.35))
    let text = TextStyle(body: 2.1 * self.size, bold: isNorth, alignment: isBeside ? .left : .centre)
    let mark = typesetter.text(word, text, wrap: isBeside ? nil : 24 * self.size)
    drawing.add(
      isBeside
        ? mark.at(centre.x + 7.4 * size, centre.y - mark.size.height / 2)
        : mark.at(centre.x - 12 * self.size, centre.y + 7.4 * size))
  }
}
