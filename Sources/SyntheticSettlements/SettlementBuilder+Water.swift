import Geometry
import Settlement

extension SettlementBuilder {
  /// Khlong Bang Bua at km 1.0 in UTM zone 47N (facts/canals-and-data-hazards.md §1).
  static let origin = Point(x: 671_624, y: 1_531_711)

  /// The corners of the bank in front of the settlement.
  mutating func course() -> [Point] {
    let turn = draw.chance(0.2) ? 0 : draw.number(from: -1, to: 1)
    let east = Vector(dx: draw.chance(0.5) ? 1 : -1, dy: 0)
    let direction = east.turned(tangentOfHalfAngle: turn)
    let start =
      Self.origin
      + Vector(dx: draw.number(from: -500, to: 500), dy: draw.number(from: -500, to: 500))
    switch traits.course {
    case .straight: return straight(from: start.toMillimetres, towards: direction)
    case .gentle: return gentle(from: start.toMillimetres, towards: direction)
    case .sharp: return sharp(from: start.toMillimetres, towards: direction)
    }
  }

  private func straight(from start: Point, towards direction: Vector) -> [Point] {
    let steps = max(2, Int(traits.lengthMetres / 20))
    return (0...steps).map { start + direction * (traits.lengthMetres * Double($0) / Double(steps)) }
  }

  /// A parabola whose middle stands out by up to a tenth of its length, on either side.
  private mutating func gentle(from start: Point, towards direction: Vector) -> [Point] {
    let bulge = draw.number(from: -0.1, to: 0.1) * traits.lengthMetres
    let steps = max(6, Int(traits.lengthMetres / 9))
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return start + direction * (traits.lengthMetres * share)
        + direction.left * (4 * bulge * share * (1 - share))
    }
  }

  /// Two or three straight pieces; no bend so sharp that the land behind it would fold over itself.
  private mutating func sharp(from start: Point, towards direction: Vector) -> [Point] {
    let pieces = draw.whole(from: 2, to: 3)
    let length = max(40, traits.lengthMetres / Double(pieces))
    let reach = max(traits.depthMetres + 8, traits.canalWidthMetres)
    let limit = min(0.6, 0.35 * length / reach)
    var points = [start]
    var heading = direction
    for piece in 0..<pieces {
      if piece > 0 {
        let tangent = draw.number(from: limit / 4, to: limit) * (draw.chance(0.5) ? 1 : -1)
        heading = heading.turned(tangentOfHalfAngle: tangent)
      }
      points.append((points.last ?? start) + heading * length)
    }
    return points
  }

  /// The canal on the right of the bank, longer than the settlement at both ends.
  func water(beside bank: Bank, reference: FeatureReference) throws(InvalidShape) -> Canal {
    let long = bank.lengthened(byMetres: 30)
    var canal = Canal(
      reference: reference, name: "Khlong Somsamai (made up)", widthMetres: traits.canalWidthMetres)
    if traits.isCanalLine {
      let middle = long.moved(byMetres: -traits.canalWidthMetres / 2).points.toMillimetres
      canal.centreline = [try LineString(middle)]
    } else {
      let far = long.moved(byMetres: -traits.canalWidthMetres).points
      canal.area = [try Polygon(corners: (far + long.points.reversed()).toMillimetres)]
    }
    return canal
  }
}
