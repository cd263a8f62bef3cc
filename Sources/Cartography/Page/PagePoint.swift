/// A place on the paper, in millimetres: `x` to the right, `y` down, from the upper left corner.
public struct PagePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  func moved(_ dx: Double, _ dy: Double) -> PagePoint { PagePoint(x + dx, y + dy) }

  func distance(to other: PagePoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// Turned about another point, clockwise as one looks at the paper.
  func turned(by radians: Double, about centre: PagePoint) -> PagePoint {
    let (sine, cosine) = (Trigonometry.sine(radians), Trigonometry.cosine(radians))
    let (dx, dy) = (x - centre.x, y - centre.y)
    return PagePoint(centre.x + dx * cosine - dy * sine, centre.y + dx * sine + dy * cosine)
  }
}
