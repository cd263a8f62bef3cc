import GEOS
import Geometry

/// The most plots that all look along one direction or against it.
///
/// A line in that direction crosses whole plots, each as long as it is deep and with a lane before it that at most
/// two share. Each plot is crossed over its frontage, so the best stack on every line, added up over all lines and
/// divided by the frontage, is a bound (facts/layout.md §4.6, "strip bound").
struct StackBound {
  let land: Plottable
  let plot: PlotSize
  let laneWidth: Double

  /// A straight piece of the outline, from left to right.
  private struct Edge {
    let left: LocalPoint
    let right: LocalPoint

    init?(_ a: LocalPoint, _ b: LocalPoint) {
      guard a.u != b.u else { return nil }
      (left, right) = a.u < b.u ? (a, b) : (b, a)
    }

    /// The piece between two places.
    func between(_ from: Double, _ to: Double) -> Edge? { Edge(at(from), at(to)) }

    var middle: Double { (left.v + right.v) / 2 }

    private func at(_ u: Double) -> LocalPoint {
      LocalPoint(u: u, v: left.v + (right.v - left.v) * (u - left.u) / (right.u - left.u))
    }
  }

  /// - Parameter frame: plots look inland or to the bank of it.
  func plots(_ frame: Frame) throws -> Double {
    let way = land.wayEdge.isEmpty ? nil : try PreparedShape(land.wayEdge)
    let edges = land.land.polygons.flatMap(\.rings).flatMap { ring -> [Edge] in
      let points = frame.local(ring)
      return zip(points, points.dropFirst()).compactMap { Edge($0, $1) }
    }.sorted { $0.left.u < $1.left.u }
    let stops = Set(edges.flatMap { [$0.left.u, $0.right.u] }).sorted()
    var open: [Edge] = []
    var next = 0
    var metres = 0.0
    for (left, right) in zip(stops, stops.dropFirst()) {
      open.removeAll { $0.right.u <= left }
      while next < edges.count, edges[next].left.u <= left {
        open.append(edges[next])
        next += 1
      }
      let chords = open.compactMap { $0.between(left, right) }.sorted { $0.middle < $1.middle }
      for index in stride(from: 0, to: chords.count - 1, by: 2) {
        let (below, above) = (chords[index], chords[index + 1])
        let free = try [below, above].filter { try isWay($0, way, frame) }.count
        let deep = max(above.left.v - below.left.v, above.right.v - below.right.v)
        metres += Double(stack(in: deep, freeFronts: free)) * (right - left)
      }
    }
    return metres / plot.frontageMetres
  }

  private func isWay(_ chord: Edge, _ way: PreparedShape?, _ frame: Frame) throws -> Bool {
    guard let way, let line = try? LineString([frame.plane(chord.left), frame.plane(chord.right)]) else {
      return false
    }
    return try way.isWithin(metres: Self.touch, of: .lineString(line))
  }

  /// As near as this an edge lies on a way, in metres.
  private static let touch = 0.06

  /// The most plots, one behind the other, of which so many need no lane.
  func stack(in metres: Double, freeFronts: Int) -> Int {
    let most = Int(min(1e6, max(0, (metres / plot.depthMetres + 1e-6).rounded(.down))))
    // With more plots both their depth and their lanes grow.
    for plots in stride(from: most, to: 0, by: -1) {
      let lanes = (max(0, plots - freeFronts) + 1) / 2
      if Double(plots) * plot.depthMetres + Double(lanes) * laneWidth <= metres + 1e-6 { return plots }
    }
    return 0
  }
}
