extension SheetMaker {
  /// The headings of columns that stand beside each other; returns where the last column ends.
  ///
  /// - Parameters:
  ///   - columns: a heading and a width in millimetres each.
  ///   - size: of the letters.
  func columnHeadings(
    _ columns: [(Phrase, Double)], at left: Double, _ y: Double, size: Double, into drawing: inout Drawing
  ) -> Double {
    columns.reduce(left) { x, column in
      drawing.add(
        typesetter.text(
          style[column.0], TextStyle(body: size, bold: true, alignment: .centre), wrap: column.1 - 1
        ).at(x + 0.5, y))
      return x + column.1
    }
  }

  /// The line below the last row, and those on either side of every column.
  func columnRules(
    _ columns: [(Phrase, Double)], at left: Double, from top: Double, to bottom: Double,
    into drawing: inout Drawing
  ) {
    let edges = columns.reduce(into: [left]) { $0.append(($0.last ?? left) + $1.1) }
    drawing.add(
      PagePath([PagePoint(left, bottom), PagePoint(edges.last ?? left, bottom)]), stroke: Stroke(0.25))
    for x in edges {
      drawing.add(PagePath([PagePoint(x, top), PagePoint(x, bottom)]), stroke: Stroke(0.25))
    }
  }
}
