import GEOS
import Geometry
import Regulations
import Settlement

/// The strips along the water, added up canal by canal.
struct WaterStrips {
  /// The site less the water and what lies on the water's side of a bank line.
  var land: Shape
  /// Where no building may stand.
  var setbackStrip = Shape.empty(.polygon)
  /// Where no plot may lie.
  var plotStrip = Shape.empty(.polygon)
  /// Where the public walks.
  var walkway = Shape.empty(.polygon)
  var setbacks: [SetbackLine] = []
  /// Bank lines, and the edge of the water where there are none.
  var legalLine = Shape.empty(.lineString)

  init(land: Shape) { self.land = land }

  mutating func take(_ waterfront: Waterfront, request: PlanRequest) throws {
    land = try land.difference(waterfront.water)
    var lines: [Shape] = []
    for bank in waterfront.banks {
      let here = try land.polygons.filter { try waterfront.isOnSameSide(bank, as: $0) }
      guard !here.isEmpty else { continue }
      // Land beyond the water lies on the water's side of this line, and stays.
      let beyond = land.polygons.filter { !here.contains($0) }
      land = Shape(try waterfront.landward(Shape(here), of: bank).polygons + beyond)
      lines.append(.lineString(bank.line))
    }
    let banks = lines.isEmpty ? Shape.empty(.lineString) : try lines.unaryUnion()
    let required = waterfront.requiredMetres
    let walkwayWidth = request.walkwayWidthMetres + waterfront.marginForBends(along: land)
    let plots = request.plotsMayReachIntoSetback ? walkwayWidth : max(required, walkwayWidth)
    let setback = try strip(waterfront, banks, byMetres: required)
    // Where the walkway has its margin its corners need not be fine: see the margin.
    let isCoarse = walkwayWidth > request.walkwayWidthMetres
    let walk = try strip(waterfront, banks, byMetres: plots, isCoarse: isCoarse && plots == walkwayWidth)
      .union(
        walkBehindLine(banks, waterfront, byMetres: walkwayWidth, isCoarse: isCoarse))
    setbackStrip = try setbackStrip.union(setback)
    plotStrip = try plotStrip.union(walk)
    walkway = try walkway.union(walk.intersection(land))
    try draw(setback, waterfront)
    legalLine = try legalLine.union(banks.isEmpty ? waterfront.water.boundary() : banks)
  }

  /// The walkway where the land begins behind the legal line.
  private func walkBehindLine(
    _ banks: Shape, _ waterfront: Waterfront, byMetres metres: Double, isCoarse: Bool
  ) throws -> Shape {
    let legal = try waterfront.water.boundary().union(banks)
    let edges = try WaterFacingEdge(land: land, legalLine: legal).lines()
    return edges.isEmpty
      ? .empty(.polygon) : try Waterfront.strip(Shape(edges), byMetres: metres, isCoarse: isCoarse)
  }

  /// Both sides of the bank lines, and of the water's edge where no bank line lies abreast.
  private func strip(
    _ waterfront: Waterfront, _ banks: Shape, byMetres metres: Double, isCoarse: Bool = false
  ) throws -> Shape {
    let edge = try Waterfront.strip(waterfront.water, byMetres: metres, isCoarse: isCoarse)
    guard !banks.isEmpty else { return edge }
    let abreast = try banks.buffered(byMetres: waterfront.widthMetres + metres + 60, cap: .flat)
    return try edge.difference(abreast).union(Waterfront.strip(banks, byMetres: metres, isCoarse: isCoarse))
  }

  private mutating func draw(_ strip: Shape, _ waterfront: Waterfront) throws {
    let inside = try strip.boundary().intersection(land)
    guard !inside.isEmpty else { return }
    for line in try inside.lineMerged().lineStrings where line.lengthInMetres > 0.01 {
      setbacks.append(
        SetbackLine(
          line: line, requiredMetres: waterfront.requiredMetres, clause: waterfront.rule.clause,
          canal: waterfront.canal.name))
    }
  }
}
