internal import Geometry

/// A small square in degrees on which a projection is a polynomial of the third degree in both directions.
struct ProjectionTile {
  /// A square by its corner, counted in squares.
  struct Key: Hashable {
    var column: Int32
    var row: Int32

    /// Nil for what is no place in degrees.
    init?(_ place: SIMD2<Double>) {
      guard abs(place.x) <= 180, abs(place.y) <= 90 else { return nil }
      column = Int32((place.x * ProjectionTile.perDegree).rounded(.down))
      row = Int32((place.y * ProjectionTile.perDegree).rounded(.down))
    }

    /// A place in the square; the square goes from -1 to 1 in both directions.
    func place(_ u: Double, _ v: Double) -> GeographicPoint {
      GeographicPoint(
        longitude: (Double(column) + (u + 1) / 2) / ProjectionTile.perDegree,
        latitude: (Double(row) + (v + 1) / 2) / ProjectionTile.perDegree)
    }
  }

  /// A power of two, so that a place is put into its square without rounding.
  private static let perDegree = 32.0
  /// In metres.
  private static let tolerance = 1e-8
  private static let nodes = [-1, -1.0 / 3, 1.0 / 3, 1]
  private static let controls = [-0.7, 0, 0.7]

  let key: Key
  private let base: SIMD2<Double>
  /// Of the powers of the east direction, for each power of the north one.
  private var rows: (Cubic, Cubic, Cubic, Cubic)

  /// Nil where PROJ does not know the whole square, or no such polynomial is good enough.
  init?(_ key: Key, _ projection: Projection) {
    self.key = key
    let places = Self.nodes.flatMap { v in Self.nodes.map { u in key.place(u, v) } }
    let controls = Self.controls.flatMap { v in Self.controls.map { u in key.place(u, v) } }
    guard let known = try? projection.points(from: places + controls) else { return nil }
    let values = known.map { SIMD2($0.x, $0.y) }
    let base = values[0]
    self.base = base
    let alongEast = (0..<4).map { row in Cubic((0..<4).map { values[4 * row + $0] - base }) }
    let powers = (0..<4).map { power in Cubic(alongEast.map { $0[power] }) }
    rows = (
      Cubic(coefficients: powers.map { $0[0] }), Cubic(coefficients: powers.map { $0[1] }),
      Cubic(coefficients: powers.map { $0[2] }), Cubic(coefficients: powers.map { $0[3] })
    )
    for (place, truth) in zip(places + controls, values) {
      let point = point(of: SIMD2(place.longitude, place.latitude))
      guard abs(point.x - truth.x) <= Self.tolerance, abs(point.y - truth.y) <= Self.tolerance else {
        return nil
      }
    }
  }

  @inline(__always)
  func point(of place: SIMD2<Double>) -> Point {
    let u = (place.x * Self.perDegree - Double(key.column)) * 2 - 1
    let v = (place.y * Self.perDegree - Double(key.row)) * 2 - 1
    let sum = rows.0.value(u) + v * (rows.1.value(u) + v * (rows.2.value(u) + v * rows.3.value(u)))
    return Point(x: base.x + sum.x, y: base.y + sum.y)
  }
}

/// A polynomial of the third degree whose values are steps on the plane.
private struct Cubic {
  private let a, b, c, d: SIMD2<Double>

  /// The one that has these four values at -1, -1/3, 1/3 and 1.
  init(_ f: [SIMD2<Double>]) {
    let (outer, inner) = (f[0] + f[3], f[1] + f[2])
    let (wide, narrow) = (f[3] - f[0], f[2] - f[1])
    a = (9 * inner - outer) / 16
    b = (27 * narrow - wide) / 16
    c = 9 * (outer - inner) / 16
    d = 9 * (wide - 3 * narrow) / 16
  }

  init(coefficients: [SIMD2<Double>]) {
    (a, b, c, d) = (coefficients[0], coefficients[1], coefficients[2], coefficients[3])
  }

  subscript(_ power: Int) -> SIMD2<Double> { [a, b, c, d][power] }

  @inline(__always)
  func value(_ t: Double) -> SIMD2<Double> { a + t * (b + t * (c + t * d)) }
}
