/// A square mark that a camera finds and names: family tag36h11.
struct AprilTag {
  /// Cells of the black square; a white ring of one cell lies around it.
  static let cells = 8

  /// Column and row of each bit inside the black square, from the highest bit on (libapriltag 3, `tag36h11_create`).
  private static let places: [(column: Int, row: Int)] = [
    (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (2, 2), (3, 2), (4, 2), (3, 3), (6, 1), (6, 2), (6, 3), (6, 4),
    (6, 5),
    (5, 2), (5, 3), (5, 4), (4, 3), (6, 6), (5, 6), (4, 6), (3, 6), (2, 6), (5, 5), (4, 5), (3, 5), (4, 4),
    (1, 6),
    (1, 5), (1, 4), (1, 3), (1, 2), (2, 5), (2, 4), (2, 3), (3, 4),
  ]

  let number: Int
  /// The black square on the paper.
  let box: PageBox

  /// White cells on a black square, as one path.
  func draw(into drawing: inout Drawing) {
    guard TagCodes.all.indices.contains(number) else { return }
    let cell = box.width / Double(Self.cells)
    var path = PagePath(box)
    for (bit, place) in Self.places.enumerated() where TagCodes.all[number] >> (35 - bit) & 1 == 1 {
      path.lines +=
        PagePath(
          PageBox(
            x: box.x + Double(place.column) * cell, y: box.y + Double(place.row) * cell, width: cell,
            height: cell)
        ).lines
    }
    drawing.add(path, fill: .black, role: .tag(number))
  }
}

/// Where the tags of a sheet stand: corners and side middles, clockwise from the upper left.
enum TagPlaces {
  /// From the paper's edge to the black square, in millimetres.
  static let margin = 6.0

  static func boxes(on page: PageBox, side: Double) -> [PageBox] {
    let (left, right) = (page.x + margin, page.maxX - margin - side)
    let (top, bottom) = (page.y + margin, page.maxY - margin - side)
    let (middle, centre) = (page.centre.x - side / 2, page.centre.y - side / 2)
    return [
      (left, top), (middle, top), (right, top), (right, centre), (right, bottom), (middle, bottom),
      (left, bottom), (left, centre),
    ].map { PageBox(x: $0.0, y: $0.1, width: side, height: side) }
  }
}
