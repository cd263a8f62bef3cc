internal import Geometry

/// Decides on which side each plot fronts.
///
/// A corner plot lies on two ways: then the side as wide as it claims is the front, or the one its neighbours
/// front on, or the narrower one.
struct Fronts {
  private(set) var sides: [PlotFrame.Side?]

  /// Less contact than this is no front (an assumption: a door and its step).
  static let leastMetres = 1.0
  /// Widths that differ by less than this are the same width.
  private static let sameWidthMetres = 0.3

  init(
    frames: [PlotFrame], contactLengths: [[PlotFrame.Side: Double]], claims: [Double?], walls: [SharedWall]
  ) {
    let candidates = frames.indices.map {
      Self.candidates(frames[$0], contactLengths[$0], claim: claims[$0])
    }
    sides = zip(candidates, contactLengths).map { candidates, lengths in
      Self.areParallel(candidates) ? Self.longest(candidates, lengths) : nil
    }
    settleByNeighbours(frames, contactLengths, candidates, walls)
    for plot in frames.indices where sides[plot] == nil {
      let narrowest = candidates[plot].map { frames[plot].width(of: $0) }.min() ?? 0
      let narrow = candidates[plot].filter { frames[plot].width(of: $0) <= narrowest + 1e-6 }
      sides[plot] = Self.longest(narrow, contactLengths[plot])
    }
  }

  /// Fronts spread from plots that have one to neighbours in doubt: neighbours front the same way or back to back.
  private mutating func settleByNeighbours(
    _ frames: [PlotFrame], _ lengths: [[PlotFrame.Side: Double]], _ candidates: [[PlotFrame.Side]],
    _ walls: [SharedWall]
  ) {
    var open = walls
    while true {
      var settled: [(plot: Int, side: PlotFrame.Side)] = []
      open.removeAll { wall in
        switch (sides[wall.plots.0], sides[wall.plots.1]) {
        case (nil, nil): return false
        case (let front?, nil):
          let isSideWall = !wall.sides.0.isParallel(to: front)
          add(wall.plots.1, wall.sides.1, isSideWall, candidates, lengths, &settled)
          return true
        case (nil, let front?):
          let isSideWall = !wall.sides.1.isParallel(to: front)
          add(wall.plots.0, wall.sides.0, isSideWall, candidates, lengths, &settled)
          return true
        default: return true
        }
      }
      guard !settled.isEmpty else { return }
      for (plot, side) in settled where sides[plot] == nil { sides[plot] = side }
    }
  }

  private func add(
    _ plot: Int, _ wall: PlotFrame.Side, _ isSideWall: Bool, _ candidates: [[PlotFrame.Side]],
    _ lengths: [[PlotFrame.Side: Double]], _ settled: inout [(plot: Int, side: PlotFrame.Side)]
  ) {
    let fitting = candidates[plot].filter { $0.isParallel(to: wall) != isSideWall }
    if let side = Self.longest(fitting, lengths[plot]) { settled.append((plot, side)) }
  }

  private static func candidates(
    _ frame: PlotFrame, _ lengths: [PlotFrame.Side: Double], claim: Double?
  ) -> [PlotFrame.Side] {
    let fronting = PlotFrame.Side.allCases.filter {
      lengths[$0, default: 0] >= min(leastMetres, frame.width(of: $0) / 2)
    }
    guard let claim else { return fronting }
    let best = fronting.map { abs(frame.width(of: $0) - claim) }.min() ?? 0
    return fronting.filter { abs(frame.width(of: $0) - claim) <= best + sameWidthMetres }
  }

  private static func areParallel(_ sides: [PlotFrame.Side]) -> Bool {
    guard let first = sides.first else { return false }
    return sides.allSatisfy { $0.isParallel(to: first) }
  }

  private static func longest(
    _ sides: [PlotFrame.Side], _ lengths: [PlotFrame.Side: Double]
  ) -> PlotFrame.Side? {
    sides.max { (lengths[$0, default: 0], $1.rawValue) < (lengths[$1, default: 0], $0.rawValue) }
  }
}
