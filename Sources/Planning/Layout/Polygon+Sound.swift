import GEOS
import Geometry

extension Polygon {
  /// The polygon with the corners of its neighbours, or what is left of it without the spikes and pinches that the
  /// digits of a file would make invalid.
  func sound(noding: Noding) throws -> [Polygon] {
    let whole = withoutCrumbs
    guard whole == self else { return try whole.sound(noding: noding) }
    for candidate in [try? noding.noded(self), self] {
      if let candidate, try candidate.isSoundWhenRounded() { return [candidate] }
    }
    let shape = try Shape.polygon(self).madeValid()
    for depth in [Self.pinch, 2 * Self.pinch] {
      let core = try shape.buffered(byMetres: -depth, join: .mitre)
      let opened = try core.buffered(byMetres: depth, join: .mitre).polygons
      if try opened.allSatisfy({ try $0.isSoundWhenRounded() }) { return opened }
      let smooth = try core.simplified(toleranceMetres: depth / 2).polygons
      if try smooth.allSatisfy({ try $0.isSoundWhenRounded() }) { return smooth }
    }
    // A way is never lost: what cannot be made sound stays as it is, and the check of the file says so.
    return shape.polygons
  }

  /// Without holes that are errors of arithmetic.
  private var withoutCrumbs: Polygon {
    let real = holes.filter { abs($0.signedAreaInSquareMetres) > Self.crumb }
    return real.count == holes.count ? self : Polygon(shell, holes: real)
  }

  /// A square of a centimetre, in square metres: nothing stands in it.
  private static let crumb = 1e-4

  /// Half of what is too narrow to be ground, in metres.
  private static let pinch = 0.002

  /// Nine decimals of a degree are a tenth of a millimetre; coarser grids are on the safe side.
  private static let digits = [0.00007, 0.0001, 0.0002, 0.0003]

  private func isSoundWhenRounded() throws -> Bool {
    try Self.digits.allSatisfy { try rounded(to: $0).map { try Shape.polygon($0).isValid() } ?? false }
  }

  private func rounded(to digit: Double) -> Polygon? {
    guard let shell = Self.rounded(shell, to: digit) else { return nil }
    let holes = holes.compactMap { Self.rounded($0, to: digit) }
    return holes.count == self.holes.count ? Polygon(shell, holes: holes) : nil
  }

  /// Nil where too few corners are left.
  private static func rounded(_ ring: Ring, to digit: Double) -> Ring? {
    var points: [Point] = []
    for point in ring.points {
      let place = Point(
        x: (point.x / digit).rounded() * digit, y: (point.y / digit).rounded() * digit)
      if points.last != place { points.append(place) }
    }
    return points.count > 3 ? try? Ring(points) : nil
  }
}
