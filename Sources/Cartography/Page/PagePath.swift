/// Lines on the paper, open or closed.
public struct PagePath: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var points: [PagePoint]
    public var isClosed: Bool

    public init(_ points: [PagePoint], isClosed: Bool = false) {
      self.points = points
      self.isClosed = isClosed
    }
  }

  public var lines: [Line]

  public init(_ lines: [Line]) { self.lines = lines }

  public init(_ points: [PagePoint], isClosed: Bool = false) {
    lines = [Line(points, isClosed: isClosed)]
  }

  public init(_ box: PageBox) { self.init(box.corners, isClosed: true) }

  public var box: PageBox { PageBox(around: lines.flatMap(\.points)) }

  /// A circle as a polygon of so many corners that nobody sees them: at most 0.02 mm off.
  static func circle(_ centre: PagePoint, radius: Double, corners: Int = 32) -> PagePath {
    PagePath(
      (0..<corners).map {
        let turn = Double($0) / Double(corners) * 2 * .pi
        return centre.moved(radius * Trigonometry.cosine(turn), radius * Trigonometry.sine(turn))
      }, isClosed: true)
  }
}
