import GEOS
import Geometry

extension Polygon {
  /// The polygon with the corners of its neighbours, or what is left of it without the spikes and pinches that the
  /// digits of a file would make invalid.
  func sound(noding: Noding) throws -> [Polygon] {
    let whole = withoutCrumbs
    guard whole == self else { return try whole.sound(noding: noding) }
    for candidate in [try? noding.noded(self), self] {
      if let sound = try candidate?.sound(clearanceMetres: Self.nineDecimals) { return [sound] }
    }
    // Where corners zigzag by hairs, a few of them stand for all.
    for hairs in [2, 5, 10] {
      let plain = withoutTwins(within: Double(hairs) * Self.nineDecimals)
      if let sound = try plain?.sound(clearanceMetres: Self.nineDecimals) { return [sound] }
    }
    let shape = try Shape.polygon(self).madeValid()
    for depth in [1, 2, 5, 10, 20].map({ $0 * Self.pinch }) {
      let core = try shape.buffered(byMetres: -depth, join: .mitre)
      let opened = try core.buffered(byMetres: depth, join: .mitre)
      for candidate in [opened, try core.simplified(toleranceMetres: depth / 2)] {
        if let sound = try candidate.sound(clearanceMetres: Self.nineDecimals) { return sound }
      }
    }
    for cell in [0.001, 0.002, 0.005, 0.01, 0.02] {
      let gridded = try shape.onGrid(ofMetres: cell)
      if let sound = try gridded.sound(clearanceMetres: Self.nineDecimals) { return sound }
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

  /// The same without corners that lie nearer to those before them than this, where it then stays valid though each
  /// corner moves by up to half of so much; nil where it does not.
  func sound(clearanceMetres: Double) throws -> Polygon? {
    guard let apart = withoutTwins(within: clearanceMetres) else { return nil }
    let shape = Shape.polygon(apart)
    return try shape.isValid() && shape.minimumClearance() >= clearanceMetres ? apart : nil
  }

  /// Without corners that fall together with their neighbours; nil where too few are left.
  ///
  /// Of two the one goes whose loss makes the polygon smaller: it must not grow on to a neighbour.
  private func withoutTwins(within metres: Double) -> Polygon? {
    guard let shell = shell.withoutTwins(within: metres, isHole: false) else { return nil }
    let holes = holes.compactMap { $0.withoutTwins(within: metres, isHole: true) }
    return holes.count == self.holes.count ? Polygon(shell, holes: holes) : nil
  }
}

extension Ring {
  fileprivate func withoutTwins(within metres: Double, isHole: Bool) -> Ring? {
    var points = Array(points.dropLast())
    let sign = (signedAreaInSquareMetres > 0) == isHole ? 1.0 : -1.0
    // By how much the polygon grows, twice over, where a corner goes.
    func growth(without place: Int) -> Double {
      let count = points.count
      let (before, after) = (points[(place + count - 1) % count], points[(place + 1) % count])
      return sign * (points[place] - before).cross(after - before)
    }
    var place = 0
    while place < points.count, points.count > 2 {
      let next = (place + 1) % points.count
      guard points[place].distance(to: points[next]) < metres else {
        place += 1
        continue
      }
      points.remove(at: growth(without: place) <= growth(without: next) ? place : next)
      place = max(0, place - 1)
    }
    return points.count > 2 ? try? Ring(points + points.prefix(1)) : nil
  }
}

extension Shape {
  /// Its areas, each as ``Polygon/sound(clearanceMetres:)`` gives it; nil where one is not sound.
  func sound(clearanceMetres: Double) throws -> [Polygon]? {
    var sound: [Polygon] = []
    for polygon in polygons {
      guard let one = try polygon.sound(clearanceMetres: clearanceMetres) else { return nil }
      sound.append(one)
    }
    return sound
  }
}
