import GEOS
import Geometry

/// Ground by its distance from the water, in levels of one height.
struct LandLevels {
  let start: Double
  let step: Double
  /// Square metres in each level: land on which plots can lie, and what they may claim beyond its edges.
  let squareMetres: [Double]
  /// From where to where the land itself reaches.
  let land: ClosedRange<Double>

  /// Nil where the land is too deep or has no extent.
  init?(_ plottable: Plottable, charge: RowCharge, frame: Frame) throws {
    let heights = plottable.land.polygons.flatMap(\.shell.points).map { frame.local($0).v }
    guard let low = heights.min(), let high = heights.max(), high - low <= Self.deepest else { return nil }
    let front = charge.laneWidth / 2
    let end = charge.units.map { charge.end($0).heightMetres }.max() ?? 0
    let collar = try plottable.collar(frontMetres: front, endMetres: end)
    step = high - low <= Self.mostFine ? 0.5 : 1
    let margin = (max(front, end) / step).rounded(.up) + 1
    start = low - margin * step
    let count = Int(((high - low) / step).rounded(.up) + 2 * margin)
    land = low...high
    var levels = Array(repeating: 0.0, count: count)
    for polygon in plottable.land.polygons + collar.polygons {
      // Holes are walked the other way, so that they are taken off again.
      let rings = [polygon.shell.counterClockwise] + polygon.holes.map(\.counterClockwise.reversed)
      for ring in rings.map(frame.local) {
        for (a, b) in zip(ring, ring.dropFirst()) { Self.sweep(a, b, into: &levels, start, step) }
      }
    }
    squareMetres = levels.map { max(0, $0) + Self.crumb }
  }

  /// Deeper land is no strip beside water; its levels say nothing of its bends, in metres.
  private static let deepest = 120.0
  /// Up to here levels of half a metre are quick to work with.
  private static let mostFine = 60.0

  /// A level without ground could be worth any price, and so hide how little the others are worth.
  private static let crumb = 0.001

  /// Adds ∫ u dv along an edge to every level that it crosses; over closed rings this is area.
  private static func sweep(
    _ a: LocalPoint, _ b: LocalPoint, into levels: inout [Double], _ start: Double, _ step: Double
  ) {
    guard a.v != b.v else { return }
    let (low, high) = a.v < b.v ? (a, b) : (b, a)
    let sign = a.v < b.v ? 1.0 : -1.0
    let first = max(0, Int(((low.v - start) / step).rounded(.down)))
    let last = min(levels.count - 1, Int(((high.v - start) / step).rounded(.down)))
    guard first <= last else { return }
    let slope = (high.u - low.u) / (high.v - low.v)
    for level in first...last {
      let from = max(low.v, start + Double(level) * step)
      let to = min(high.v, start + Double(level + 1) * step)
      guard from < to else { continue }
      levels[level] += sign * (to - from) * (low.u + slope * ((from + to) / 2 - low.v))
    }
  }
}
