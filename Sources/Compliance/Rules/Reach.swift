internal import GEOS
internal import Geometry
internal import Settlement

/// From every plot one comes to a public road, over lanes that are wide enough all the way.
enum Reach: LayoutRule {
  private static let rule = RuleCitation.layout("reach", "Every plot is reached from a public road")
  private static let crossing = RuleCitation(
    id: "road-gap", title: "A public road touches the land", clause: "what the plan supposes", level: .norm)
  /// From the middle of a lane to the corner of its square end: half the diagonal, for each metre of width.
  private static let toCorner = 0.7072

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    guard !ground.plots.isEmpty else { return [] }
    let roads = ground.ways[ground.laneCount...]
    guard !roads.isEmpty || !ground.settlement.accessPoints.isEmpty else { return [noEntrance(ground)] }
    let passages = try Passages(
      ground.ways.prefix(ground.laneCount), widthMetres: width(ground),
      closingGapsOf: ground.tolerances.touchMetres)
    let open = entrances(to: passages, ground, contact: ground.roadContactMetres)
    return supposedCrossing(passages, open, ground)
      + ground.plots.indices.compactMap { finding($0, passages, open, ground) }
  }

  /// What the plan claims, else the narrowest that a lane states, else the width of one person.
  private static func width(_ ground: Ground) -> Double {
    let claims = [ground.statement?.laneWidthMetres, ground.statement?.walkwayWidthMetres].compactMap { $0 }
      .filter { $0 > 0 }
    let stated = ground.ways.prefix(ground.laneCount).compactMap(\.widthMetres).filter { $0 > 0 }
    return claims.min() ?? stated.min() ?? Way.assumedPathWidthMetres
  }

  /// The pieces of passage that touch a public road or hold an access point.
  private static func entrances(
    to passages: Passages, _ ground: Ground, contact: Double
  ) -> Set<Int> {
    let half = passages.widthMetres / 2
    let isWide = contact > ground.tolerances.roadContactMetres
    let roads = ground.ways[ground.laneCount...].flatMap { way in
      let road = Body(way.area.polygons)
      return passages.pieces(within: half + contact, of: road).filter {
        !isWide || isOverLand(passages.pieces[$0], road, within: half + contact, ground.canals)
      }
    }
    let points = ground.settlement.accessPoints.flatMap {
      passages.pieces(within: passages.widthMetres * toCorner + contact, of: Body($0.point))
    }
    return Set(roads + points)
  }

  /// Whether one comes from a piece of passage straight to a road without crossing water.
  private static func isOverLand(
    _ piece: IndexedArea, _ road: Body, within metres: Double, _ canals: CanalMap
  ) -> Bool {
    for edge in piece.edges(near: road.bounds.widened(byMetres: metres)) {
      for border in road.edges {
        // Where the nearest place of an edge lies behind water, its corner may not.
        for start in [edge, Segment(start: edge.start, end: edge.start)] {
          let nearest = start.nearest(to: border)
          guard nearest.distance <= metres else { continue }
          let step = Segment(start: nearest.place, end: nearest.target)
          let crossed = canals.canals.indices.contains {
            !canals.canals[$0].isCulvert && canals.crossesDrawnLine(step, ofCanal: $0)
          }
          if !crossed { return true }
        }
      }
    }
    return false
  }

  /// Told where plots are reached only across a strip that the plan supposes one may cross.
  private static func supposedCrossing(
    _ passages: Passages, _ open: Set<Int>, _ ground: Ground
  ) -> [Finding] {
    guard let gap = ground.statement?.roadGapMetres, gap > ground.tolerances.roadContactMetres,
      !open.isEmpty,
      entrances(to: passages, ground, contact: ground.tolerances.roadContactMetres).isEmpty
    else { return [] }
    return [
      Finding(
        feature: ground.plots[0].plot.reference, subject: "the plan", rule: crossing, verdict: .norm,
        required: ground.tolerances.roadContactMetres, place: nil,
        message:
          "the plan supposes that people may cross up to \(gap.metres) between the land and the public road.",
        remedy: "draw the road where it is, or agree with the strip's owner on the crossing")
    ]
  }

  private static func finding(
    _ number: Int, _ passages: Passages, _ open: Set<Int>, _ ground: Ground
  ) -> Finding? {
    let plot = ground.plots[number]
    let contacts = ground.contacts[number]
    // Without a front there is nothing to walk from; the rule of frontage says so.
    guard !contacts.isEmpty else { return nil }
    let reach = passages.widthMetres * toCorner + ground.tolerances.touchMetres
    let isReached = contacts.contains { contact in
      contact.way >= ground.laneCount
        || passages.pieces(within: reach, of: Body(contact.middle)).contains(where: open.contains)
    }
    guard !isReached else { return nil }
    return Finding(
      plot, rule, required: passages.widthMetres, place: contacts[0].middle,
      other: ground.ways[contacts[0].way].reference,
      message:
        "from \(plot.name) no way of \(passages.widthMetres.metres) leads to a public road or access point.",
      remedy: "join its lane to the road, or widen the narrow place on the way there")
  }

  private static func noEntrance(_ ground: Ground) -> Finding {
    Finding(
      feature: ground.plots[0].plot.reference, subject: "the settlement", rule: rule, verdict: .unknown,
      place: ground.plots[0].centre,
      message:
        "no public road with access and no access point is drawn, so nobody can say which plots are reached.",
      remedy:
        "add the road (kind: road) or a point where one enters (kind: access), from the settlement's file if it is there"
    )
  }
}
