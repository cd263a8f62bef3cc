internal import Geometry

extension UnsafeBufferPointer<Point> {
  /// Whether an outline, its end not repeated, turns the same way at every corner and goes round once.
  ///
  /// Then no line of it can meet another. Where a turn is small that is not plain, and false.
  var isPlainlyConvex: Bool {
    let corners = count
    guard corners >= 3, corners <= 64 else { return false }
    var isLeft: Bool?
    var reversals = 0
    var heading = 0.0
    var step = self[0] - self[corners - 1]
    for index in 0..<corners {
      let next = self[index + 1 < corners ? index + 1 : 0] - self[index]
      defer { step = next }
      let turn = step.cross(next)
      guard turn * turn > 1e-6 * step.dot(step) * next.dot(next) else { return false }
      if isLeft == nil { isLeft = turn > 0 }
      guard isLeft == (turn > 0) else { return false }
      if step.dx * heading < 0 { reversals += 1 }
      if step.dx != 0 { heading = step.dx }
    }
    // A convex outline goes east once and west once; a star goes round more often.
    return reversals <= 2
  }
}
