internal import GEOS
internal import Geometry

/// A lane is as wide as it states, all along.
enum LaneWidths: LayoutRule {
  private static let rule = RuleCitation.claim("lane-width", "A lane is as wide as it states")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    guard !ground.plots.isEmpty else { return [] }
    let lanes = ground.ways.prefix(ground.laneCount).compactMap { way in
      way.widthMetres.flatMap { $0 > 0 && !way.area.polygons.isEmpty ? (way: way, stated: $0) : nil }
    }
    let asWide = Parallel.map(lanes) { lane in
      Result { () throws(GEOSError) in try isAsWide(lane.way, lane.stated) }
    }
    var findings: [Finding] = []
    for ((way, stated), isAsWide) in zip(lanes, asWide) {
      if let claim = claim(for: way, ground), stated < claim - Passages.toleranceMetres {
        findings.append(
          finding(
            way, measured: stated, required: claim, "states \(stated.metres); the plan claims \(claim.metres)"
          ))
      } else if try !isAsWide.get() {
        findings.append(
          finding(
            way, measured: nil, required: stated, "is narrower somewhere than the \(stated.metres) it states")
        )
      }
    }
    return findings
  }

  /// Half the width can be taken off every edge, and each area is still there and in one piece.
  private static func isAsWide(_ way: Way, _ stated: Double) throws(GEOSError) -> Bool {
    if way.area.convexCorners != nil {
      let frame = PlotFrame(Body(way.area.polygons))
      // A rectangle is as wide as its shorter side.
      if frame.rectangularity > 0.9999 {
        return min(frame.lengthAlong, frame.lengthAcross) >= stated - 2 * Passages.toleranceMetres
      }
    }
    let passages = try Passages([way], widthMetres: stated, closingGapsOf: 0)
    return passages.pieces.count == way.area.polygons.count
  }

  private static func claim(for way: Way, _ ground: Ground) -> Double? {
    way.use == .walkway ? ground.statement?.walkwayWidthMetres : ground.statement?.laneWidthMetres
  }

  private static func finding(_ way: Way, measured: Double?, required: Double, _ matter: String) -> Finding {
    Finding(
      feature: way.reference, subject: way.name, rule: rule, verdict: .breach, measured: measured,
      required: required, place: way.area.bounds.centre, message: "\(way.name) \(matter).",
      remedy: "widen it, or state the width that it has")
  }
}
