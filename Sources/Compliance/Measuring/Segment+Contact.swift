internal import Geometry

extension Segment {
  /// The part of this segment that runs beside another within `metres`, as metres from its start.
  ///
  /// Only where the two run nearly the same way (within 20 degrees), and only beside the other, not past its ends:
  /// a side wall that ends on a lane does not front on it.
  func contact(with other: Segment, within metres: Double) -> ClosedRange<Double>? {
    guard bounds.widened(byMetres: metres).meets(other.bounds) else { return nil }
    guard let mine = step.unit, let theirs = other.step.unit else { return nil }
    guard abs(mine.cross(theirs)) <= Self.sineOf20Degrees else { return nil }
    let length = self.length
    var (low, high) = (0.0, length)
    // Beside the other: 0 <= projection <= its length, and -metres <= distance <= metres; each linear along this one.
    let projection = (theirs.dot(start - other.start), theirs.dot(mine))
    let distance = (theirs.cross(start - other.start), theirs.cross(mine))
    for (limits, line) in [((0, other.length), projection), ((-metres, metres), distance)] {
      guard Self.narrow(&low, &high, to: limits, of: line) else { return nil }
    }
    return low < high ? low...high : nil
  }

  private static let sineOf20Degrees = 0.342

  private static func narrow(
    _ low: inout Double, _ high: inout Double, to limits: (Double, Double),
    of line: (at: Double, slope: Double)
  ) -> Bool {
    guard abs(line.slope) > 1e-12 else { return line.at >= limits.0 && line.at <= limits.1 }
    let ends = ((limits.0 - line.at) / line.slope, (limits.1 - line.at) / line.slope)
    low = max(low, min(ends.0, ends.1))
    high = min(high, max(ends.0, ends.1))
    return low < high
  }
}

extension [ClosedRange<Double>] {
  /// The length that the ranges cover together.
  var covered: Double {
    var total = 0.0
    var end = -Double.infinity
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
      total += range.upperBound - Swift.max(end, range.lowerBound)
      end = range.upperBound
    }
    return total
  }
}
