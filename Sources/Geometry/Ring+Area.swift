extension Ring {
  /// The enclosed area in square metres: positive when the ring runs counter-clockwise.
  ///
  /// Coordinates are taken relative to the first point, so that seven-digit northings cost no digits.
  public var signedAreaInSquareMetres: Double {
    guard let origin = points.first else { return 0 }
    var twice = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      twice += (a - origin).cross(b - origin)
    }
    return twice / 2
  }

  public var isCounterClockwise: Bool { signedAreaInSquareMetres > 0 }

  /// The ring in the direction that RFC 7946 asks of an outer ring.
  public var counterClockwise: Ring { signedAreaInSquareMetres < 0 ? reversed : self }

  /// The ring in the direction that RFC 7946 asks of a hole.
  public var clockwise: Ring { signedAreaInSquareMetres > 0 ? reversed : self }
}

extension Polygon {
  /// The same area with its rings in the directions that RFC 7946 §3.1.6 asks for.
  public var rightHanded: Polygon { Polygon(shell.counterClockwise, holes: holes.map(\.clockwise)) }
}
