internal import GEOS
public import Geometry
public import Settlement

/// Judges buildings one at a time beside canals that were made ready once.
///
/// For a stream of buildings that nobody wants to hold in memory. Several threads may ask one judge; the answers are
/// those of ``Checker`` on a layout without plots.
public struct SetbackJudge: Sendable {
  let ground: Ground
  /// The waters as ``OutlineJudge`` looks at them.
  let edges: FlatEdges
  let wetCells: WetCells

  /// - Parameter waters: of the settlement only canals and bank lines are looked at.
  /// - Throws: `GEOSError` when a deadline passes.
  public init(_ waters: Settlement, checker: Checker) throws {
    var settlement = Settlement()
    settlement.canals = waters.canals
    settlement.banks = waters.banks
    ground = try Ground(CheckedLayout(settlement: settlement), checker: checker)
    edges = FlatEdges(ground.canals)
    wetCells = WetCells(ground.canals.areas)
  }

  /// How a house stands to the water; nil when neither a footprint nor a point is known of it.
  public func judgement(of house: House) -> SetbackJudgement? {
    SetbackSubject.subject(of: house).map { SetbackCheck.judged($0, on: ground).judgement }
  }

  /// The same for a building of which only a point is known.
  public func judgement(ofPoint point: Point) -> SetbackJudgement {
    let subject = SetbackSubject(reference: FeatureReference(index: 0), name: "", body: Body(point))
    return SetbackCheck.judged(subject, on: ground).judgement
  }

  /// The same for a straight piece of a line.
  func judgement(ofLine side: Segment) -> SetbackJudgement {
    let line = Shape.lineString(LineString(trusted: [side.start, side.end]))
    let subject = SetbackSubject(reference: FeatureReference(index: 0), name: "", body: Body(line))
    return SetbackCheck.judged(subject, on: ground).judgement
  }

  /// The same for an outline alone.
  func judgement(ofOutline ring: Ring) -> SetbackJudgement {
    let subject = SetbackSubject(
      reference: FeatureReference(index: 0), name: "", body: Body([Polygon(ring)]))
    return SetbackCheck.judged(subject, on: ground).judgement
  }
}
