import Geometry

/// An area cut into thin slabs across the bank, each with the stretches of `v` that lie wholly inside.
///
/// A rectangle whose sides stand on slab borders lies in the area exactly when one stretch of every slab
/// holds it, so the search never needs to ask the geometry engine.
struct SlabMap: Sendable {
  let start: Double
  let step: Double
  let count: Int
  /// The stretches of all slabs one after the other: their lower and upper ends, and where each slab's begin.
  let lows: [Double]
  let highs: [Double]
  let firsts: [Int]

  /// How far a plot may overstep for the sake of rounded input, in metres: well under the 0.9 mm at which
  /// a setback counts as short.
  static let tolerance = 0.0003

  /// - Parameters:
  ///   - rings: closed rings in the frame, outer rings and holes alike.
  ///   - start: where the first slab begins.
  ///   - step: width of a slab, in metres.
  ///   - count: number of slabs.
  init(rings: [[LocalPoint]], start: Double, step: Double, count: Int) {
    self.start = start
    self.step = step
    var cover = [[ClosedRange<Double>]](repeating: [], count: count)
    var crossings = [[Double]](repeating: [], count: count)
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        Self.enter(a, b, start: start, step: step, cover: &cover, crossings: &crossings)
      }
    }
    let slabs = zip(cover, crossings).map(Self.stretches)
    self.count = count
    lows = slabs.joined().map(\.lowerBound)
    highs = slabs.joined().map(\.upperBound)
    firsts = slabs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
  }

  /// Notes which part of a slab an edge touches, and where it crosses the slab's middle.
  private static func enter(
    _ a: LocalPoint, _ b: LocalPoint, start: Double, step: Double,
    cover: inout [[ClosedRange<Double>]], crossings: inout [[Double]]
  ) {
    let (left, right) = a.u <= b.u ? (a, b) : (b, a)
    let first = max(0, index(of: left.u + tolerance, start: start, step: step, limit: cover.count))
    let last = min(
      cover.count - 1, index(of: right.u - tolerance, start: start, step: step, limit: cover.count))
    guard first <= last else { return }
    for slab in first...last {
      let from = start + Double(slab) * step
      let low = height(max(from, left.u), left, right)
      let high = height(min(from + step, right.u), left, right)
      cover[slab].append(min(low, high)...max(low, high))
      let middle = from + step / 2
      if left.u <= middle, middle < right.u { crossings[slab].append(height(middle, left, right)) }
    }
  }

  private static func index(of u: Double, start: Double, step: Double, limit: Int) -> Int {
    let position = ((u - start) / step).rounded(.down)
    return Int(min(max(position, -1), Double(limit)))
  }

  private static func height(_ u: Double, _ left: LocalPoint, _ right: LocalPoint) -> Double {
    let width = right.u - left.u
    guard width > 0 else { return left.v }
    return left.v + (right.v - left.v) * min(1, max(0, (u - left.u) / width))
  }

  /// Between the parts that edges touch, the slab is wholly inside or wholly outside.
  private static func stretches(
    _ cover: [ClosedRange<Double>], _ crossings: [Double]
  ) -> [ClosedRange<Double>] {
    let touched = cover.sorted { $0.lowerBound < $1.lowerBound }
    var inside: [ClosedRange<Double>] = []
    guard var reach = touched.first?.upperBound else { return inside }
    for part in touched.dropFirst() {
      if part.lowerBound > reach + tolerance {
        let middle = (reach + part.lowerBound) / 2
        if crossings.count(where: { $0 < middle }) % 2 == 1 { inside.append(reach...part.lowerBound) }
      }
      reach = max(reach, part.upperBound)
    }
    return inside
  }
}
