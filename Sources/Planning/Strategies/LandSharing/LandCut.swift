internal import GEOS
public import Geometry
public import Settlement

/// One way to part a site by a straight line: a share for the owner, the rest for the people.
public struct LandCut: Sendable {
  public var owner: [Polygon]
  public var people: [Polygon]
  /// How long each part lies on a public road, in metres.
  public var ownerRoadMetres: Double
  public var peopleRoadMetres: Double
  /// How long the people's part lies on the legal line of the water, in metres.
  public var peopleWaterMetres: Double
  public var ownerSquareMetres: Double
  /// Houses that stand on the owner's part and must move.
  public var housesToMove: Int
  /// The direction of the line, in degrees from east, counter-clockwise.
  public var degrees: Int
}

extension LandCut {
  /// The people's part must lie on the road by at least this much, in metres (facts/layout.md §6.1).
  public static let leastAccessMetres = 4.0

  /// Cuts in all directions, a degree apart, with the owner on either side; each cuts off the share exactly.
  ///
  /// Cuts that leave the people without access to a public road are left out.
  /// - Parameter share: the owner's part of the land, between 0 and 1.
  public static func all(of settlement: Settlement, ownerShare share: Double) throws(PlanningError)
    -> [LandCut]
  {
    do {
      return try LandCutting(settlement, share: share).cuts()
    } catch let error as PlanningError {
      throw error
    } catch {
      throw .shape("the land could not be parted: \(error)")
    }
  }

  /// Those of which none is beaten by another in road for the owner and road and water for the people, and that
  /// differ by more than a metre; with more road for the owner first.
  public static func undominated(_ cuts: [LandCut], most: Int) -> [LandCut] {
    func beats(_ a: LandCut, _ b: LandCut) -> Bool {
      let better = [
        a.ownerRoadMetres - b.ownerRoadMetres, a.peopleWaterMetres - b.peopleWaterMetres,
        Double(b.housesToMove - a.housesToMove),
      ]
      return better.allSatisfy { $0 >= -0.5 } && better.contains { $0 > 0.5 }
    }
    let good = cuts.filter { cut in !cuts.contains { beats($0, cut) } }
    var chosen: [LandCut] = []
    for cut in good.sorted(by: {
      ($0.ownerRoadMetres, $0.peopleWaterMetres, $1.degrees) > (
        $1.ownerRoadMetres, $1.peopleWaterMetres, $0.degrees
      )
    })
    where !chosen.contains(where: {
      abs($0.ownerRoadMetres - cut.ownerRoadMetres) < 1
        && abs($0.peopleWaterMetres - cut.peopleWaterMetres) < 1
    }) {
      chosen.append(cut)
    }
    guard chosen.count > most, most > 1 else { return chosen }
    return (0..<most).map { chosen[$0 * (chosen.count - 1) / (most - 1)] }
  }
}

/// The search for cuts of one site.
struct LandCutting {
  private let land: Shape
  private let roads: Shape
  private let water: Shape
  private let houses: [Point]
  private let share: Double

  init(_ settlement: Settlement, share: Double) throws {
    guard !settlement.site.isEmpty else { throw PlanningError.noSite }
    self.share = share
    land = try settlement.site.map { try Shape.polygon($0).madeValid() }.unaryUnion()
    let ways = try Entrances(settlement, site: land, gapMetres: RoadGap.drawn)
    roads = try ways.entrances.buffered(byMetres: 0.5)
    let lines =
      settlement.banks.map { Shape.lineString($0.line) }
      + settlement.canals.flatMap { canal in
        canal.area.map(Shape.polygon) + canal.centreline.map(Shape.lineString)
      }
    water =
      lines.isEmpty ? .empty(.polygon) : try lines.map { try $0.buffered(byMetres: Self.beside) }.unaryUnion()
    houses = settlement.houses.filter { !$0.isLocked }.compactMap(\.shape.bounds.centre)
  }

  /// Land this near to the water's line lies beside it, in metres.
  private static let beside = 3.0

  func cuts() throws -> [LandCut] {
    try (0..<360).compactMap { degrees in
      let angle = Double(degrees) * Double.pi / 180
      // The owner lies on the side to which this points.
      return try cut(Vector(dx: Self.sine(angle + Double.pi / 2), dy: Self.sine(angle)), degrees: degrees)
    }
  }

  private func cut(_ normal: Vector, degrees: Int) throws -> LandCut? {
    let points = land.polygons.flatMap(\.shell.points)
    guard let unit = normal.unit, let base = points.first else { return nil }
    let along = points.map { ($0 - base).dot(unit) }
    guard var low = along.min(), var high = along.max() else { return nil }
    let size = 2 * (land.bounds.width + land.bounds.height)
    func half(_ offset: Double) throws -> Shape {
      let (start, side) = (base + unit * offset, unit.left * size)
      return .polygon(
        try Polygon(corners: [
          start + -side, start + -side + unit * size, start + side + unit * size, start + side,
        ]))
    }
    let wanted = land.areaInSquareMetres * share
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if try land.intersection(half(middle)).areaInSquareMetres > wanted {
        low = middle
      } else {
        high = middle
      }
    }
    let side = try half((low + high) / 2)
    let (owner, people) = (try land.intersection(side), try land.difference(side))
    let cut = LandCut(
      owner: owner.polygons, people: people.polygons, ownerRoadMetres: try road(owner),
      peopleRoadMetres: try road(people), peopleWaterMetres: try edge(people, on: water),
      ownerSquareMetres: owner.areaInSquareMetres,
      housesToMove: try houses.count { try side.intersects(.point($0)) }, degrees: degrees)
    return cut.peopleRoadMetres >= LandCut.leastAccessMetres ? cut : nil
  }

  private func road(_ part: Shape) throws -> Double { try edge(part, on: roads) }

  private func edge(_ part: Shape, on ways: Shape) throws -> Double {
    ways.isEmpty || part.isEmpty ? 0 : try part.boundary().intersection(ways).lengthInMetres()
  }

  /// By its series, so that every machine gives the same digits.
  private static func sine(_ angle: Double) -> Double {
    let turned = angle.remainder(dividingBy: 2 * Double.pi)
    var (term, sum) = (turned, turned)
    for step in 1..<20 {
      let odd = Double(2 * step)
      term *= -turned * turned / (odd * (odd + 1))
      sum += term
    }
    return sum
  }
}
