extension LabelBoard {
  /// Looks for a free place beside an area for a text that does not fit inside, and the line that joins them.
  ///
  /// - Parameters:
  ///   - avoiding: areas over which it shall not stand where there is another place.
  ///   - onlyBeside: it stands over none of them, or nowhere.
  mutating func placeOutside(
    _ text: TextMark, of target: PagePoint, avoiding solid: [PagePath], onlyBeside: Bool = false
  ) -> (mark: TextMark, line: Quad.Line)? {
    for isStrict in onlyBeside ? [true] : [true, false] {
      for radius in stride(from: 6.0, through: 60, by: 3) {
        for step in 0..<24 {
          let turn = Double(step) / 24 * 2 * .pi - .pi / 2
          let place = target.moved(
            radius * Trigonometry.cosine(turn), radius * Trigonometry.sine(turn))
          let mark = text.centred(on: place)
          let quad = Quad(mark, margin: 0.8)
          guard isFree(quad), !isStrict || !solid.contains(where: { Self.meets($0, quad) }) else { continue }
          guard let end = edge(of: quad, toward: target) else { continue }
          let line: Quad.Line = (end, target)
          guard isFree(line) else { continue }
          take(quad)
          return (mark, line)
        }
      }
    }
    return nil
  }

  static func meets(_ area: PagePath, _ quad: Quad) -> Bool {
    guard area.box.overlaps(quad.box) else { return false }
    return quad.corners.contains(where: area.contains) || area.contains(quad.box.centre)
      || area.sides.contains { quad.isCrossed(by: $0) }
  }

  private func edge(of quad: Quad, toward target: PagePoint) -> PagePoint? {
    quad.corners.indices.map { index in
      let (a, b) = (quad.corners[index], quad.corners[(index + 1) % quad.corners.count])
      return PagePoint((a.x + b.x) / 2, (a.y + b.y) / 2)
    }
    .min { $0.distance(to: target) < $1.distance(to: target) }
  }
}
