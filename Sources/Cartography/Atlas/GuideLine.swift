internal import Geometry
internal import Settlement

/// The line along which sheets follow one another: the water's edge, drawn out straight at its ends.
struct GuideLine {
  let points: [Point]
  private let chainages: [Double]

  /// The longest setback line, else bank line, else canal, else the long axis of what is to be shown.
  init(for subject: MapSubject, around shown: [Point]) {
    let lines =
      [
        subject.plan.setbacks.map(\.line), subject.settlement.banks.map(\.line),
        subject.settlement.canals.flatMap(\.centreline),
      ].first { !$0.isEmpty } ?? []
    let longest = lines.max { Self.length($0.points) < Self.length($1.points) }
    self.init(longest?.points ?? Self.axis(of: shown))
  }

  private init(_ line: [Point]) {
    var points: [Point] = []
    for point in line where points.last.map({ $0.distance(to: point) > 0.01 }) ?? true {
      points.append(point)
    }
    if points.count > 1 {
      let (first, second) = (points[0], points[1])
      let (last, before) = (points[points.count - 1], points[points.count - 2])
      let (ahead, back) = (before.distance(to: last), second.distance(to: first))
      points.insert(first + (first - second) * (1000 / back), at: 0)
      points.append(last + (last - before) * (1000 / ahead))
    }
    self.points = points
    var sum = 0.0
    chainages =
      [0]
      + zip(points, points.dropFirst()).map { pair in
        sum += pair.0.distance(to: pair.1)
        return sum
      }
  }

  private static func length(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The main axis of points, as a line through their middle.
  private static func axis(of points: [Point]) -> [Point] {
    guard let middle = Bounds(of: points).centre else { return [] }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      let step = point - middle
      (xx, xy, yy) = (xx + step.dx * step.dx, xy + step.dx * step.dy, yy + step.dy * step.dy)
    }
    let turn = Trigonometry.angle(dx: xx - yy, dy: 2 * xy) / 2
    let ahead = Vector(dx: Trigonometry.cosine(turn), dy: Trigonometry.sine(turn))
    return [middle + ahead * -1, middle + ahead]
  }

  /// How far along the line the place nearest to a point lies, and how far to the left of it the point is.
  func place(of point: Point) -> (along: Double, left: Double) {
    var best = (along: 0.0, left: 0.0, far: Double.infinity)
    for (index, (from, to)) in zip(points, points.dropFirst()).enumerated() {
      let piece = Segment(start: from, end: to)
      let share = piece.nearestFraction(to: point)
      let far = piece.point(atFraction: share).distance(to: point)
      guard far < best.far else { continue }
      let left = piece.step.cross(point - from) / max(piece.length, 1e-9)
      best = (chainages[index] + share * piece.length, left < 0 ? -far : far, far)
    }
    return (best.along, best.left)
  }

  func point(at chainage: Double) -> Point {
    guard let first = points.first else { return Point(x: 0, y: 0) }
    for (index, (from, to)) in zip(points, points.dropFirst()).enumerated()
    where chainages[index + 1] >= chainage {
      let length = chainages[index + 1] - chainages[index]
      return Segment(start: from, end: to).point(
        atFraction: length > 0 ? max(0, (chainage - chainages[index]) / length) : 0)
    }
    return points.last ?? first
  }

  /// The direction of the line between two chainages, counter-clockwise from east in radians.
  func bearing(from: Double, to: Double) -> Double {
    let middle = (from + to) / 2
    let half = max((to - from) / 2, 2)
    let (a, b) = (point(at: middle - half), point(at: middle + half))
    return Trigonometry.angle(dx: b.x - a.x, dy: b.y - a.y)
  }
}
