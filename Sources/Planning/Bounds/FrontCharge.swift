/// The trapezoid of free ground on a wall: sides at 45°, never higher than half the wall is long.
struct FrontCharge {
  let frontMetres: Double
  let heightMetres: Double

  init(frontMetres: Double, heightMetres: Double) {
    self.frontMetres = frontMetres
    self.heightMetres = min(heightMetres, frontMetres / 2)
  }

  var squareMetres: Double { heightMetres * (frontMetres - heightMetres) }

  /// The most of it that can lie beyond an edge of the land, in square metres for each metre of the edge inside it.
  ///
  /// Its wall lies on the land, so the edge parts the wall from what lies beyond. Of all curves that do so the
  /// best is the wall with both pointed tips cut off by arcs of radius k that leave the wall flat and meet the
  /// slanted sides square (the arcs of a Cheeger set, whose sides and top are free). Each arc saves (1 − π/4)k of
  /// length and (1/2 − π/8)k² of area, and k is the ratio sought: k = (area − (1 − π/4)k²) / (wall − 2(1 − π/4)k).
  /// Nor can more lie there than the height for each metre: the edge shades whatever lies beyond.
  var mostBeyondEachMetre: Double {
    let tip = 1 - Double.pi / 4
    let root = max(0, frontMetres * frontMetres - 4 * tip * squareMetres).squareRoot()
    return min(heightMetres, (frontMetres - root) / (2 * tip))
  }
}
