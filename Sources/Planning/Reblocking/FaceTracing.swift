internal import Geometry
internal import Glibc

/// The faces that edges enclose, found by turning at each corner.
struct FaceTracing {
  struct Side: Hashable {
    var start: Int
    var end: Int
  }

  let corners: [Point]
  /// Every edge in both directions.
  let sides: [Side]
  /// Faces with their ground at the left hand, as sides; those of negative area are outsides.
  private(set) var faces: [[Int]] = []
  private(set) var faceOfSide: [Int]

  /// - Parameter edges: pairs of corners, each pair once; sides `2 * n` and `2 * n + 1` are edge `n`.
  init(corners: [Point], edges: [(start: Int, end: Int)]) {
    self.corners = corners
    sides = edges.flatMap { [Side(start: $0.start, end: $0.end), Side(start: $0.end, end: $0.start)] }
    faceOfSide = Array(repeating: -1, count: sides.count)
    let next = Self.successors(corners, sides)
    for side in sides.indices where faceOfSide[side] < 0 {
      var face: [Int] = []
      var place = side
      while faceOfSide[place] < 0 {
        faceOfSide[place] = faces.count
        face.append(place)
        place = next[place]
      }
      faces.append(face)
    }
  }

  /// The side after each: the next one clockwise from the way back.
  private static func successors(_ corners: [Point], _ sides: [Side]) -> [Int] {
    var leaving = [[Int]](repeating: [], count: corners.count)
    for (number, side) in sides.enumerated() { leaving[side.start].append(number) }
    var next = [Int](repeating: 0, count: sides.count)
    for list in leaving {
      let order = list.map { (angle: angle(corners, sides[$0]), side: $0) }
        .sorted { ($0.angle, $0.side) < ($1.angle, $1.side) }.map(\.side)
      for (place, side) in order.enumerated() {
        next[side ^ 1] = order[(place + order.count - 1) % order.count]
      }
    }
    return next
  }

  private static func angle(_ corners: [Point], _ side: Side) -> Double {
    let step = corners[side.end] - corners[side.start]
    return atan2(step.dy, step.dx)
  }

  /// In square metres, negative for an outside.
  func area(_ face: Int) -> Double {
    guard let first = faces[face].first else { return 0 }
    let origin = corners[sides[first].start]
    return faces[face].reduce(0) { sum, side in
      sum + (corners[sides[side].start] - origin).cross(corners[sides[side].end] - origin) / 2
    }
  }

  func perimeter(_ face: Int) -> Double {
    faces[face].reduce(0) { $0 + corners[sides[$1].start].distance(to: corners[sides[$1].end]) }
  }

  func points(_ face: Int) -> [Point] { faces[face].map { corners[sides[$0].start] } }
}
