internal import CQREncode

/// A QR symbol of level Q: a quarter of it may be lost.
struct QRSymbol {
  /// Modules along a side.
  let width: Int
  private let dark: [Bool]

  /// - Throws: ``CartographyError/failed(function:reason:)`` for a text that is too long.
  init(_ text: String) throws(CartographyError) {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1) else {
      throw .failed(function: "QRcode_encodeString", reason: "the text does not fit")
    }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    dark = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// - Parameter origin: the upper left of the first module; four modules around must stay white.
  func draw(at origin: PagePoint, module: Double, into drawing: inout Drawing) {
    var path = PagePath([])
    for row in 0..<width {
      var column = 0
      while column < width {
        guard dark[row * width + column] else {
          column += 1
          continue
        }
        let start = column
        while column < width, dark[row * width + column] { column += 1 }
        path.lines +=
          PagePath(
            PageBox(
              x: origin.x + Double(start) * module, y: origin.y + Double(row) * module,
              width: Double(column - start) * module, height: module)
          ).lines
      }
    }
    drawing.add(path, fill: .black, role: .code)
  }
}
