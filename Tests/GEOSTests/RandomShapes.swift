import Geometry
import TestSupport

/// Made shapes from a seed, at the place and size of a settlement.
struct RandomShapes {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  /// A star-shaped area: valid, since its corners go round the middle by rising angle.
  mutating func area(around centre: Point? = nil, corners: Int = 24) throws -> Shape {
    let middle = centre ?? Point(x: 671_600 + number(0...100), y: 1_531_700 + number(0...100))
    let step = Vector(dx: 1, dy: 0)
    let points = (0..<corners).map { corner in
      let turn = 4.0 * (Double(corner) + number(0.1...0.9)) / Double(corners)
      return middle + step.turned(quarters: turn) * number(10...60)
    }
    return .polygon(try Polygon(corners: points))
  }

  /// A wandering line that may cross itself.
  mutating func line(points: Int = 12) throws -> Shape {
    var place = Point(x: 671_600 + number(0...100), y: 1_531_700 + number(0...100))
    var places = [place]
    for _ in 1..<points {
      place = place + Vector(dx: number(-20...20), dy: number(-20...20))
      places.append(place)
    }
    return .lineString(try LineString(places))
  }

  mutating func bounds() -> Bounds {
    let corner = Point(x: number(0...1000), y: number(0...1000))
    return Bounds(of: [corner, corner + Vector(dx: number(0...30), dy: number(0...30))])
  }
}

extension Vector {
  /// Turned left by a part of a right angle, on the diamond rather than the circle: order is all that matters.
  fileprivate func turned(quarters: Double) -> Vector {
    let quarter = Int(quarters) % 4
    let part = quarters - quarters.rounded(.down)
    var turned = Vector(dx: dx * (1 - part) - dy * part, dy: dy * (1 - part) + dx * part)
    for _ in 0..<quarter { turned = turned.left }
    return turned
  }
}

/// Lines that go up and down 55 m with 10 cm between: what kept GEOS busy for minutes.
func zigzag(teeth: Int) throws -> Shape {
  .lineString(
    try LineString((0...(2 * teeth)).map { Point(x: Double($0) * 0.1, y: $0.isMultiple(of: 2) ? 0 : 55) }))
}

/// A ring that crosses itself at every step: `points` corners of a circle, each joined to the one opposite.
func star(points: Int) throws -> Shape {
  let corners = (0..<points).map { corner in
    let turn = Double(corner * (points / 2) % points) * 4 / Double(points)
    return Point(x: 0, y: 0) + Vector(dx: 1000, dy: 0).turned(quarters: turn)
  }
  return .polygon(try Polygon(corners: corners))
}

/// So many lines up and as many across, each meeting each.
func grid(lines: Int) throws -> Shape {
  let length = Double(lines)
  return .multiLineString(
    try (1...lines).flatMap { number in
      let place = Double(number) - 0.5
      return [
        try LineString([Point(x: 0, y: place), Point(x: length, y: place)]),
        try LineString([Point(x: place, y: 0), Point(x: place, y: length)]),
      ]
    })
}
