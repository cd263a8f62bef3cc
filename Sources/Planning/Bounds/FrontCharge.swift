/// The trapezoid of free ground on a wall: sides at 45°, never higher than half the wall is long.
struct FrontCharge {
  let frontMetres: Double
  let heightMetres: Double

  init(frontMetres: Double, heightMetres: Double) {
    self.frontMetres = frontMetres
    self.heightMetres = min(heightMetres, frontMetres / 2)
  }

  var squareMetres: Double { heightMetres * (frontMetres - heightMetres) }

  /// The most of such trapezoids that can lie beyond a straight edge of the land, whose walls lie on this side.
  ///
  /// A line that cuts off a piece of the trapezoid, with the wall on its other side, cuts off at most
  /// area / wall for each metre of the cut: that much when it runs along the wall, less when it is farther off
  /// or turned. The cuts of disjoint trapezoids are disjoint; those at the two ends of the edge count whole.
  /// Nor can more lie there than the height for each metre of the edge.
  func mostOutside(edgeMetres: Double) -> Double {
    min(edgeMetres * heightMetres, edgeMetres * squareMetres / frontMetres + 2 * squareMetres)
  }
}
