/// An upright rectangle on the paper, in millimetres.
public struct PageBox: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The smallest box around points; empty at the origin for none.
  public init(around points: some Sequence<PagePoint>) {
    var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for point in points {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    guard left <= right else {
      self.init(x: 0, y: 0, width: 0, height: 0)
      return
    }
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  public var maxX: Double { x + width }
  public var maxY: Double { y + height }
  public var centre: PagePoint { PagePoint(x + width / 2, y + height / 2) }

  /// Clockwise from the upper left.
  public var corners: [PagePoint] {
    [PagePoint(x, y), PagePoint(maxX, y), PagePoint(maxX, maxY), PagePoint(x, maxY)]
  }

  public func inset(by margin: Double) -> PageBox {
    PageBox(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  public func contains(_ point: PagePoint) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  public func contains(_ other: PageBox) -> Bool {
    other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
  }

  /// Whether the boxes share more than an edge.
  public func overlaps(_ other: PageBox) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
