/// A sheet of paper as one buys it: ISO 216, in millimetres, long side across.
public enum PaperSize: String, CaseIterable, Sendable {
  case a0, a1, a2, a3, a4, a5

  public var longSide: Double {
    switch self {
    case .a0: 1189
    case .a1: 841
    case .a2: 594
    case .a3: 420
    case .a4: 297
    case .a5: 210
    }
  }

  public var shortSide: Double {
    switch self {
    case .a0: 841
    case .a1: 594
    case .a2: 420
    case .a3: 297
    case .a4: 210
    case .a5: 148
    }
  }

  /// The black side of a registration tag (facts/maps.md §7.5).
  var tagSide: Double {
    switch self {
    case .a0: 30
    case .a1, .a2: 20
    case .a3: 12
    case .a4, .a5: 10
    }
  }

  func box(isLandscape: Bool) -> PageBox {
    isLandscape
      ? PageBox(x: 0, y: 0, width: longSide, height: shortSide)
      : PageBox(x: 0, y: 0, width: shortSide, height: longSide)
  }
}
