import Geometry
import Settlement

extension SettlementBuilder {
  /// Land inside that may not be planned: somebody else's, or a pond.
  mutating func hole(in shell: Ring, of strip: LandStrip) throws(InvalidShape) -> Ring? {
    let radius = draw.number(from: 3, to: 6)
    guard let centre = freePlace(radius: radius, in: shell, of: strip) else { return nil }
    let corners = rectangle(at: centre, width: radius * 1.3, depth: radius * 1.2, of: strip)
    return try Ring(corners + corners.prefix(1)).clockwise
  }

  mutating func addKeeps(in shell: Ring, of strip: LandStrip) throws(InvalidShape) {
    for _ in 0..<traits.keeps {
      let isHall = draw.chance(0.4)
      let radius = isHall ? draw.number(from: 4, to: 7) : 1
      let clearance: Double = draw.pick([0, 1, 2.5]) ?? 0
      guard let centre = freePlace(radius: radius + clearance, in: shell, of: strip) else { continue }
      let corners = rectangle(at: centre, width: radius * 1.3, depth: radius * 1.2, of: strip)
      let shape: Shape = isHall ? .polygon(try Polygon(corners: corners)) : .point(centre)
      settlement.keeps.append(
        Keep(
          reference: reference("keep"), name: isHall ? "hall" : "tree", shape: shape,
          clearanceMetres: clearance))
    }
  }

  /// About one house for every 65 m² of land, wherever there is room; some reach over the water.
  mutating func addHouses(in shell: Ring, of strip: LandStrip) throws(InvalidShape) {
    let wanted = min(150, Int(abs(shell.signedAreaInSquareMetres) / 65))
    var locked = traits.lockedHouses
    for number in 0..<wanted {
      let (width, depth) = (draw.number(from: 4, to: 7), draw.number(from: 5, to: 7))
      let radius = (width * width + depth * depth).squareRoot() / 2
      guard let centre = freePlace(radius: radius, in: shell, of: strip, overWater: 3) else { continue }
      var house = House(
        reference: reference("house"), houseNumber: "9/\(number + 1)", storeys: draw.whole(from: 1, to: 2))
      if draw.chance(0.1) {
        house.point = centre
      } else {
        let corners = rectangle(at: centre, width: width, depth: depth, of: strip)
        house.footprint = [try Polygon(corners: corners)]
        house.isLocked = locked > 0 && shell.holds(centre, withRoom: radius)
        if house.isLocked { locked -= 1 }
      }
      settlement.houses.append(house)
    }
  }

  /// The middle of a free circle on the land, or nil after a dozen tries.
  private mutating func freePlace(
    radius: Double, in shell: Ring, of strip: LandStrip, overWater: Double = 0
  ) -> Point? {
    let (length, depth) = (strip.bank.lengthInMetres, traits.depthMetres)
    for _ in 0..<12 {
      let inland = draw.number(from: overWater > 0 ? 0 : radius, to: depth - radius)
      let place = strip.bank.place(along: draw.number(from: 0, to: length), inland: inland).toMillimetres
      let isFree = taken.allSatisfy { $0.centre.distance(to: place) > $0.radius + radius + 0.3 }
      // The dear question last.
      guard isFree, shell.holds(place, withRoom: overWater > 0 ? -overWater : radius + 0.5) else { continue }
      taken.append((place, radius))
      return place
    }
    return nil
  }

  /// The corners of an upright rectangle in the frame of the bank beside it.
  private func rectangle(at centre: Point, width: Double, depth: Double, of strip: LandStrip) -> [Point] {
    let line = try? LineString(strip.bank.points)
    let along = line?.chainage(of: centre).along ?? 0
    let direction = strip.bank.direction(atMetres: along) ?? Vector(dx: 1, dy: 0)
    return Rectangle(centre: centre, along: direction, width: width, depth: depth).corners.toMillimetres
  }
}
