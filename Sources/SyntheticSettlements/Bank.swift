import Geometry

/// The edge of a canal with the land on its left.
struct Bank {
  var points: [Point]

  var lengthInMetres: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The step at each corner that keeps a parallel line one metre to the left (a mitre).
  var mitres: [Vector] {
    let sides = zip(points, points.dropFirst()).map { (($1 - $0).unit ?? Vector(dx: 1, dy: 0)).left }
    guard let first = sides.first, let last = sides.last else { return [] }
    let inner = zip(sides, sides.dropFirst()).map { before, after in
      (before + after) * (1 / (1 + before.dot(after)))
    }
    return [first] + inner + [last]
  }

  /// The parallel line, towards the land when positive.
  func moved(byMetres metres: Double) -> Bank {
    Bank(points: zip(points, mitres).map { $0 + $1 * metres })
  }

  /// A line with its own distance at each corner; missing distances repeat the last.
  func moved(byMetres distances: [Double]) -> Bank {
    let padded = distances + Array(repeating: distances.last ?? 0, count: points.count)
    return Bank(points: zip(zip(points, mitres), padded).map { $0.0 + $0.1 * $1 })
  }

  /// The same edge seen from the other side of the water.
  var reversed: Bank { Bank(points: points.reversed()) }

  /// The bank with straight pieces added at both ends.
  func lengthened(byMetres metres: Double) -> Bank {
    guard let first = points.first, let last = points.last, let start = direction(atMetres: 0),
      let end = direction(atMetres: .infinity)
    else { return self }
    return Bank(points: [first - start * metres] + points + [last + end * metres])
  }

  /// A place beside the bank, held to its ends.
  func place(along: Double, inland: Double) -> Point {
    let (point, direction) = locate(along)
    return point + direction.left * inland
  }

  /// Which way the bank runs at this distance from its start.
  func direction(atMetres metres: Double) -> Vector? {
    points.count < 2 ? nil : locate(metres).direction
  }

  private func locate(_ metres: Double) -> (point: Point, direction: Vector) {
    var left = max(0, metres)
    var end = (point: points.first ?? Point(x: 0, y: 0), direction: Vector(dx: 1, dy: 0))
    for (a, b) in zip(points, points.dropFirst()) {
      guard let unit = (b - a).unit else { continue }
      let length = a.distance(to: b)
      if left <= length { return (a + unit * left, unit) }
      left -= length
      end = (b, unit)
    }
    return end
  }
}
