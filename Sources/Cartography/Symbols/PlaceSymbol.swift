internal import Settlement

/// A picture for a place that everybody knows.
enum PlaceSymbol: String, CaseIterable {
  case tree, temple, pump, tap, drain, light, bin, hall, keep

  /// By what people call it, in English or Thai.
  init(named name: String?) {
    let name = name?.lowercased() ?? ""
    let words: [(PlaceSymbol, [String])] = [
      (.temple, ["temple", "shrine", "วัด", "ศาลเจ้า", "mosque", "มัสยิด"]), (.hall, ["hall", "ศาลา", "centre"]),
      (.tree, ["tree", "ต้น", "bodhi"]), (.pump, ["pump", "ปั๊ม", "สูบ"]), (.drain, ["drain", "ระบาย"]),
      (.tap, ["tap", "ก๊อก", "ประปา"]), (.light, ["light", "lamp", "ไฟ"]), (.bin, ["bin", "waste", "ขยะ"]),
    ]
    self = words.first { $0.1.contains(where: name.contains) }?.0 ?? .keep
  }

  var word: Phrase {
    switch self {
    case .tree: .symbolTree
    case .temple: .symbolTemple
    case .pump: .symbolPump
    case .tap: .symbolTap
    case .drain: .symbolDrain
    case .light: .symbolLight
    case .bin: .symbolBin
    case .hall: .symbolHall
    case .keep: .symbolKeep
    }
  }

  /// Lines on a square from -1 to 1, and whether each is filled.
  private var strokes: [(points: [(Double, Double)], isClosed: Bool, isFilled: Bool)] {
    switch self {
    case .tree:
      [
        (Self.ring(radius: 0.72, x: 0, y: -0.28), true, false), ([(0, -0.4), (0, 1)], false, false),
        ([(0, 0.05), (-0.35, -0.35)], false, false), ([(0, -0.1), (0.35, -0.5)], false, false),
      ]
    case .temple:
      [
        ([(-1, 0.1), (0, -1), (1, 0.1)], true, true),
        ([(-0.75, 0.1), (-0.75, 1), (0.75, 1), (0.75, 0.1)], false, false),
        ([(-0.25, 1), (-0.25, 0.4), (0.25, 0.4), (0.25, 1)], false, false),
      ]
    case .hall:
      [
        ([(-1, -0.1), (0, -0.9), (1, -0.1)], true, false), ([(-0.8, -0.1), (-0.8, 1)], false, false),
        ([(0.8, -0.1), (0.8, 1)], false, false), ([(-1, 1), (1, 1)], false, false),
      ]
    case .pump:
      [
        (Self.ring(radius: 0.95, x: 0, y: 0), true, false),
        ([(0, -0.65), (0.4, 0.15), (0.2, 0.5), (-0.2, 0.5), (-0.4, 0.15)], true, true),
      ]
    case .tap:
      [
        ([(-0.9, 0.2), (-0.9, -0.3), (0.6, -0.3), (0.6, 0.5)], false, false),
        ([(-0.2, -0.3), (-0.2, -0.9)], false, false),
        ([(-0.6, -0.9), (0.2, -0.9)], false, false), ([(0.6, 0.7), (0.75, 1), (0.45, 1)], true, true),
      ]
    case .drain:
      [
        ([(-0.9, -0.6), (0.9, -0.6), (0.9, 0.6), (-0.9, 0.6)], true, false),
        ([(-0.4, -0.6), (-0.4, 0.6)], false, false),
        ([(0, -0.6), (0, 0.6)], false, false), ([(0.4, -0.6), (0.4, 0.6)], false, false),
      ]
    case .light:
      [
        ([(-0.3, 1), (-0.3, -0.8), (0.5, -0.8)], false, false),
        (Self.ring(radius: 0.3, x: 0.55, y: -0.5), true, true),
      ]
    case .bin:
      [
        ([(-0.6, -0.4), (0.6, -0.4), (0.45, 1), (-0.45, 1)], true, false),
        ([(-0.85, -0.6), (0.85, -0.6)], false, false),
        ([(0, -0.2), (0, 0.8)], false, false),
      ]
    case .keep:
      [
        ([(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)], true, false),
        ([(-0.8, -0.8), (0.8, 0.8)], false, false),
      ]
    }
  }

  private static func ring(radius: Double, x: Double, y: Double) -> [(Double, Double)] {
    (0..<20).map {
      let turn = Double($0) / 20 * 2 * .pi
      return (x + radius * Trigonometry.cosine(turn), y + radius * Trigonometry.sine(turn))
    }
  }

  /// - Parameter size: from edge to edge, in millimetres.
  func draw(at centre: PagePoint, size: Double, into drawing: inout Drawing, clip: PageBox? = nil) {
    let half = size / 2
    for stroke in strokes {
      let path = PagePath(
        stroke.points.map { centre.moved($0.0 * half, $0.1 * half) }, isClosed: stroke.isClosed)
      drawing.add(
        path, fill: stroke.isFilled ? .black : stroke.isClosed ? .white : nil, stroke: Stroke(0.3),
        role: .ground, clip: clip)
    }
  }
}
