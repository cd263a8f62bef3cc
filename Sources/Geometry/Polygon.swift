/// An area with an outer ring and holes, in metres.
///
/// Rings are closed and finite; whether they cross is GEOS's to say (`isValid`).
public struct Polygon: Hashable, Sendable {
  public let shell: Ring
  public let holes: [Ring]

  public init(_ shell: Ring, holes: [Ring] = []) {
    self.shell = shell
    self.holes = holes
  }

  public var bounds: Bounds { shell.bounds }

  /// The outer ring and the holes.
  public var rings: [Ring] { [shell] + holes }

  /// Area less its holes.
  public var areaInSquareMetres: Double {
    holes.reduce(abs(shell.signedAreaInSquareMetres)) { $0 - abs($1.signedAreaInSquareMetres) }
  }

  /// The length of all rings, in metres.
  public var perimeterInMetres: Double { rings.reduce(0) { $0 + $1.line.lengthInMetres } }
}

extension Polygon {
  /// A polygon from the corners of its outer ring; the ring is closed here.
  ///
  /// - Throws: `InvalidShape` for fewer than three corners or an unusable coordinate.
  public init(corners: [Point]) throws(InvalidShape) {
    self.init(try Ring(corners + corners.prefix(1)))
  }
}
