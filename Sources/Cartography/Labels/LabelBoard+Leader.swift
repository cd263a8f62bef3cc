extension LabelBoard {
  /// Looks for a free place beside an area for a text that does not fit inside, and the line that joins them.
  ///
  /// - Parameters:
  ///   - targets: where the line may end; it does at one of them.
  ///   - avoiding: areas over which neither text nor line shall run where there is another place.
  ///   - own: those of them that the line may cross.
  ///   - onlyBeside: the text stands over none of them, or nowhere.
  ///   - onlyClear: so does the line.
  mutating func placeOutside(
    _ text: TextMark, ofAny targets: [PagePoint], avoiding solid: [PagePath], over own: [PagePath] = [],
    margin: Double = 0.8, onlyBeside: Bool = false, onlyClear: Bool = false
  ) -> (mark: TextMark, line: Quad.Line)? {
    let own = Set(own)
    let reach = 60.0
    let around = PageBox(around: targets).inset(by: -reach - text.inked.width)
    let near = solid.filter { $0.box.overlaps(around) }
    let foreign = near.filter { !own.contains($0) }
    // Nothing crossed; then lines over other areas; then texts over them.
    for (isBeside, isClear) in [(true, true), (true, false), (false, false)]
    where (isBeside || !onlyBeside) && (isClear || !onlyClear) {
      for radius in stride(from: 6.0, through: reach, by: 3) {
        for target in targets {
          for step in 0..<24 {
            let turn = Double(step) / 24 * 2 * .pi - .pi / 2
            let place = target.moved(
              radius * Trigonometry.cosine(turn), radius * Trigonometry.sine(turn))
            let quad = Quad(text.centred(on: place), margin: margin)
            guard isFree(quad), !isBeside || !near.contains(where: { Self.meets($0, quad) }),
              let end = edge(of: quad, toward: target)
            else { continue }
            let line: Quad.Line = (end, target)
            guard isFree(line), !isClear || !foreign.contains(where: { Self.meets($0, line) }) else {
              continue
            }
            // A little more room, or two ranges of numbers read as one.
            take(Quad(text.centred(on: place), margin: margin + 0.4))
            return (text.centred(on: place), line)
          }
        }
      }
    }
    return nil
  }

  /// Whether a line runs over an area.
  static func meets(_ area: PagePath, _ line: Quad.Line) -> Bool {
    let box = PageBox(around: [line.from, line.to]).inset(by: -0.01)
    guard area.box.overlaps(box) else { return false }
    return area.contains(line.from) || area.contains(line.to)
      || area.hasSide(near: box) { Quad.cross($0, line) }
  }

  static func meets(_ area: PagePath, _ quad: Quad) -> Bool {
    guard area.box.overlaps(quad.box) else { return false }
    return quad.corners.contains(where: area.contains) || area.contains(quad.box.centre)
      || area.hasSide(near: quad.box, where: quad.isCrossed)
  }

  private func edge(of quad: Quad, toward target: PagePoint) -> PagePoint? {
    quad.corners.indices.map { index in
      let (a, b) = (quad.corners[index], quad.corners[(index + 1) % quad.corners.count])
      return PagePoint((a.x + b.x) / 2, (a.y + b.y) / 2)
    }
    .min { $0.distance(to: target) < $1.distance(to: target) }
  }
}
