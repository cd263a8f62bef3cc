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
    for depth in [Self.pinch, 2 * Self.pinch, 5 * Self.pinch] {
      let core = try shape.buffered(byMetres: -depth, join: .mitre)
      let opened = try core.buffered(byMetres: depth, join: .mitre).polygons
      if try opened.allSatisfy({ try $0.isSoundWhenRounded() }) { return opened }
      let smooth = try core.simplified(toleranceMetres: depth / 2).polygons
      if try smooth.allSatisfy({ try $0.isSoundWhenRounded() }) { return smooth }
    }
    for cell in [0.001, 0.002, 0.005] {
      let gridded = try shape.onGrid(ofMetres: cell).polygons
      if try gridded.allSatisfy({ try $0.isSoundWhenRounded() }) { return gridded }
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

  /// Nine decimals of a degree move a corner by up to 0.08 mm, two that come together by twice that.
  private static let nineDecimals = 0.0002
  /// The same for seven.
  static let sevenDecimals = 0.017

  private func isSoundWhenRounded() throws -> Bool { try isSound(clearanceMetres: Self.nineDecimals) }

  /// Whether it stays valid when each corner moves by up to half of so much.
  func isSound(clearanceMetres: Double) throws -> Bool {
    guard let apart = withoutTwins(within: clearanceMetres), try Shape.polygon(self).isValid() else {
      return false
    }
    let shape = Shape.polygon(apart)
    return try shape.isValid() && shape.minimumClearance() >= clearanceMetres
  }

  /// Without corners that fall together with those before them, which leaves the outline as it is; nil where too few
  /// are left.
  private func withoutTwins(within metres: Double) -> Polygon? {
    guard let shell = Self.withoutTwins(shell, within: metres) else { return nil }
    let holes = holes.compactMap { Self.withoutTwins($0, within: metres) }
    return holes.count == self.holes.count ? Polygon(shell, holes: holes) : nil
  }

  private static func withoutTwins(_ ring: Ring, within metres: Double) -> Ring? {
    var points: [Point] = []
    for point in ring.points.dropLast() {
      if let last = points.last, last.distance(to: point) < metres { continue }
      points.append(point)
    }
    while points.count > 1, points[0].distance(to: points[points.count - 1]) < metres { points.removeLast() }
    return points.count > 2 ? try? Ring(points + points.prefix(1)) : nil
  }
}
