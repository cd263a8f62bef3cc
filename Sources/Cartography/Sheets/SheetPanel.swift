internal import Geometry

/// The frame of a map on a sheet with tags in its margin, and the panel below it.
struct SheetPanel {
  let page: PageBox
  /// Where the map stands.
  let map: PageBox
  /// Where words and legend stand.
  let panel: PageBox
  let hasTags: Bool
  /// Letters and signs are so many times as large as on a table sheet.
  let size: Double

  static let margin = 24.0

  init(
    _ paper: PaperSize, isLandscape: Bool = true, panelHeight: Double = 46, hasTags: Bool = true,
    size: Double = 1
  ) {
    self.size = size
    page = paper.box(isLandscape: isLandscape)
    self.hasTags = hasTags
    let edge = hasTags ? 12 + paper.tagSide : 12
    map = PageBox(
      x: edge, y: edge, width: page.width - 2 * edge, height: page.height - 2 * edge - panelHeight - 4)
    panel = PageBox(x: edge, y: map.maxY + 5, width: map.width, height: panelHeight - 2)
  }

  /// Letters and digits of squares of 40 mm, outside the frame.
  func drawSquares(_ typesetter: Typesetter, _ style: MapStyle, into drawing: inout Drawing) {
    let text = TextStyle(body: 2.0)
    for column in 0..<Squares.columns(of: map) {
      let from = map.x + Double(column) * Squares.side
      let middle = (from + min(from + Squares.side, map.maxX)) / 2
      let mark = typesetter.text(style.digits("\(column + 1)"), text)
      drawing.add(mark.centred(on: PagePoint(middle, map.y - 2.3)))
      if column > 0 {
        drawing.add(PagePath([PagePoint(from, map.y - 2.5), PagePoint(from, map.y)]), stroke: Stroke(0.25))
        drawing.add(
          PagePath([PagePoint(from, map.maxY), PagePoint(from, map.maxY + 2)]), stroke: Stroke(0.25))
      }
    }
    for row in 0..<Squares.rows(of: map) {
      let from = map.y + Double(row) * Squares.side
      let middle = (from + min(from + Squares.side, map.maxY)) / 2
      drawing.add(
        typesetter.text(Squares.letter(row), text).centred(on: PagePoint(map.x - 2.3, middle)))
      if row > 0 {
        drawing.add(PagePath([PagePoint(map.x - 2.5, from), PagePoint(map.x, from)]), stroke: Stroke(0.25))
        drawing.add(
          PagePath([PagePoint(map.maxX, from), PagePoint(map.maxX + 2, from)]), stroke: Stroke(0.25))
      }
    }
  }
}

/// Squares of a map, such as B3, by which an index names a place.
enum Squares {
  static let side = 40.0

  static func columns(of map: PageBox) -> Int { max(1, Int((map.width / side).rounded(.up))) }
  static func rows(of map: PageBox) -> Int { max(1, min(26, Int((map.height / side).rounded(.up)))) }

  static func letter(_ row: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(65 + max(0, min(25, row))))))
  }

  static func name(of place: PagePoint, in map: PageBox) -> String {
    let column = max(0, min(columns(of: map) - 1, Int((place.x - map.x) / side)))
    let row = max(0, min(rows(of: map) - 1, Int((place.y - map.y) / side)))
    return "\(letter(row))\(column + 1)"
  }
}
