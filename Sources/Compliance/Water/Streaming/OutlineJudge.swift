public import Geometry
internal import Settlement

/// Judges outlines of buildings as ``SetbackJudge`` does, some ten times as fast, for millions of them.
///
/// Measures with the same arithmetic but keeps only figures, in memory that is used again and again; whatever is rare
/// (bank lines, an outline on the very line) it asks the other one. Make one for each thread.
public final class OutlineJudge {
  private let judge: SetbackJudge
  private let canals: CanalMap
  private let demands: [SetbackDemand]
  private let edges: FlatEdges
  private let wetCells: WetCells
  private let hasBanks: Bool
  private let shortfallMetres: Double
  private let accuracyMetres: Double

  private var outline = MeasuredOutline()
  private var found: [Int32] = []
  private var drafts: [Draft] = []
  private var near: [Near] = []

  /// A piece of legal line in reach, and how near its rectangle is.
  private struct Near {
    var number: Int
    var squareGap: Float
  }

  /// How near the outline comes to one canal.
  private struct Draft {
    var canal: Int
    var distance = Double.infinity
    var isOverWater = false
  }

  public init(_ judge: SetbackJudge) {
    self.judge = judge
    let ground = judge.ground
    canals = ground.canals
    demands = ground.canals.laws.map(\.demand)
    edges = judge.edges
    wetCells = judge.wetCells
    hasBanks = judge.edges.terms.contains(where: \.hasBanks)
    shortfallMetres = ground.tolerances.shortfallMetres
    accuracyMetres = ground.accuracyMetres ?? 0
  }

  /// - Parameter corners: those of a closed outline, three or more, the last equal to the first, which is not among them.
  public func judgement(of corners: UnsafeBufferPointer<Point>) -> SetbackJudgement {
    outline.read(corners)
    guard measureEdges(), addWaters() else {
      return judge.judgement(ofOutline: Ring(trusted: Array(corners) + corners.prefix(1)))
    }
    if drafts.count > 1 { drafts.sort { $0.canal < $1.canal } }
    var worst: WaterStanding?
    for draft in drafts {
      let standing = WaterStanding(
        canal: draft.canal, distanceMetres: draft.distance, isOverWater: draft.isOverWater,
        demand: demands[draft.canal], shortfallMetres: shortfallMetres, accuracyMetres: accuracyMetres)
      if worst.map(standing.isWorse(than:)) ?? true { worst = standing }
    }
    return SetbackJudgement(
      feature: FeatureReference(index: 0), verdict: worst?.verdict ?? .ok,
      distanceMetres: worst?.distanceMetres, requiredMetres: worst?.requiredMetres,
      canal: worst.flatMap { canals.canals[$0.canal].name }, isOverWater: worst?.isOverWater ?? false)
  }

  /// False where a bank line takes part.
  private func measureEdges() -> Bool {
    drafts.removeAll(keepingCapacity: true)
    canals.edgeCells.find(outline.bounds, into: &found)
    let question = edges.question(outline.bounds)
    var place = 0
    while place < found.count {
      let canal = Int(edges.canals[Int(found[place])])
      guard let nearest = gatherEdges(of: canal, question, from: &place) else { continue }
      guard !edges.terms[canal].hasBanks else { return false }
      let halfWidth = edges.terms[canal].halfWidth
      var draft = Draft(canal: canal)
      // The nearest first, so that most others need no exact look.
      measure(nearest, halfWidth, &draft)
      for piece in near where piece.number != nearest {
        let room = draft.distance + halfWidth
        guard Double(piece.squareGap) <= room * room, !draft.isOverWater else { continue }
        measure(piece.number, halfWidth, &draft)
      }
      keep(draft)
    }
    return true
  }

  /// Puts the pieces of one canal that may matter into `near`; gives the one whose rectangle is nearest.
  @inline(__always)
  private func gatherEdges(of canal: Int, _ question: FlatEdges.Question, from place: inout Int) -> Int? {
    near.removeAll(keepingCapacity: true)
    var best: Int?
    var least = Float.infinity
    let reach = edges.terms[canal].squareReach
    while place < found.count {
      let number = Int(found[place])
      guard edges.canals[number] == canal else { break }
      place += 1
      let squareGap = edges.squareGap(number, question)
      guard squareGap <= reach else { continue }
      near.append(Near(number: number, squareGap: squareGap))
      if squareGap < least {
        least = squareGap
        best = number
      }
    }
    return best
  }

  @inline(__always)
  private func measure(_ number: Int, _ halfWidth: Double, _ draft: inout Draft) {
    if halfWidth == 0 {
      outline.measure(toEdge: edges.segments[number], &draft.distance, &draft.isOverWater)
    } else {
      outline.measure(to: canals.edges[number], &draft.distance, &draft.isOverWater)
    }
  }

  private func keep(_ draft: Draft) {
    guard draft.distance <= canals.reachMetres(ofCanal: draft.canal) else { return }
    drafts.append(draft)
  }

  /// Outlines in the midst of the water, where no edge may be near; false where one lies on the very line.
  private func addWaters() -> Bool {
    if let corner = outline.corner, !hasBanks, !wetCells.mayBeWet(corner),
      drafts.allSatisfy({ $0.isOverWater || $0.distance > CanalMap.onTheLineMetres })
    {
      return true
    }
    canals.waterCells.find(outline.bounds, into: &found)
    for canal in found.lazy.map(Int.init) where canals.waterBounds[canal].meets(outline.bounds) {
      guard canals.banksOfCanal[canal].isEmpty else { return false }
      let place = drafts.firstIndex { $0.canal == canal }
      if let place {
        if drafts[place].isOverWater { continue }
        if drafts[place].distance <= CanalMap.onTheLineMetres { return false }
      }
      // No edge of the canal meets the outline, so that one corner speaks for all of it.
      guard let corner = outline.corner, canals.areas[canal]?.contains(corner) ?? false else { continue }
      let over = Draft(canal: canal, distance: 0, isOverWater: true)
      if let place { drafts[place] = over } else { drafts.append(over) }
    }
    return true
  }
}
