import GEOS
import Geometry
import Settlement

extension Waterfront {
  /// Whether the bank line lies between this land and the middle of the water.
  ///
  /// Land beyond the water has most of the canal's width on its way to the line.
  func isOnSameSide(_ bank: BankLine, as land: Polygon) throws -> Bool {
    let (a, b) = try Shape.polygon(land).nearestPoints(to: .lineString(bank.line))
    guard a != b, let way = try? LineString([a, b]) else { return true }
    let wet = try Shape.lineString(way).intersection(water)
    return wet.lineStrings.reduce(0) { $0 + $1.lengthInMetres } < widthMetres / 2
  }

  /// On which side of the bank line, as it was drawn, the water lies.
  func waterIsLeft(of bank: BankLine) throws -> Bool {
    let prepared = try PreparedShape(water)
    let offset = max(1, widthMetres / 2)
    var balance = 0.0
    for segment in bank.line.segments {
      guard let unit = segment.step.unit else { continue }
      let left = try prepared.distance(to: .point(segment.midpoint + unit.left * offset))
      let right = try prepared.distance(to: .point(segment.midpoint - unit.left * offset))
      balance += (right - left) * segment.length
    }
    return balance > 0
  }

  /// Whether a place lies on the water's side of the bank line, abreast of it.
  func isWaterside(_ place: Point, of bank: BankLine, waterIsLeft: Bool) -> Bool {
    let chainage = bank.line.chainage(of: place)
    guard chainage.along > 1e-6, chainage.along < bank.line.lengthInMetres - 1e-6 else { return false }
    return (chainage.offset > 0) == waterIsLeft
  }

  /// The pieces of an area that do not lie between the bank line and the water.
  func landward(_ area: Shape, of bank: BankLine) throws -> Shape {
    let isLeft = try waterIsLeft(of: bank)
    var kept: [Polygon] = []
    for piece in try area.cut(along: bank.line) {
      guard let place = try Shape.polygon(piece).pointOnSurface() else { continue }
      if !isWaterside(place, of: bank, waterIsLeft: isLeft) { kept.append(piece) }
    }
    return Shape(kept)
  }
}

extension Shape {
  /// The faces into which a line cuts an area.
  func cut(along line: LineString) throws -> [Polygon] {
    guard try intersects(.lineString(line)) else { return polygons }
    let edges = try [boundary(), .lineString(line)].unaryUnion()
    let prepared = try PreparedShape(self)
    return try edges.polygonized().filter { face in
      guard let place = try Shape.polygon(face).pointOnSurface() else { return false }
      return try prepared.intersects(.point(place))
    }
  }
}
