internal import Geometry

/// A feature's shape in a few figures, by which it is known again after a map editor has written it anew.
///
/// Editors turn rings round, start them elsewhere and write other digits, so corners are not compared.
struct ShapePrint: Hashable, Sendable {
  /// The middle of the bounds, in degrees.
  var longitude, latitude: Double
  /// The sides of the bounds on the working plane.
  var widthMetres, heightMetres: Double
  var squareMetres: Double

  init(_ shape: Shape, centre: GeographicPoint) {
    (longitude, latitude) = (centre.longitude, centre.latitude)
    (widthMetres, heightMetres) = (shape.bounds.width, shape.bounds.height)
    squareMetres = shape.areaInSquareMetres
  }

  /// Five figures with blanks between, whatever follows them; nil for anything else.
  init?(_ text: String) {
    let figures = text.split(separator: " ").prefix(Self.figures).compactMap { Double($0) }
    guard figures.count == Self.figures, figures.allSatisfy(\.isFinite) else { return nil }
    (longitude, latitude) = (figures[0], figures[1])
    (widthMetres, heightMetres, squareMetres) = (figures[2], figures[3], figures[4])
  }

  var text: String {
    [(longitude, 8), (latitude, 8), (widthMetres, 3), (heightMetres, 3), (squareMetres, 2)]
      .map { fixed($0.0, decimals: $0.1) }.joined(separator: " ")
  }

  /// The words behind the figures: ``CornerDigits`` of the shape.
  static func digits(in text: String) -> [Substring] {
    Array(text.split(separator: " ").dropFirst(figures))
  }

  private static let figures = 5

  /// Whether a shape is still where and what it was, give or take the 1 cm that seven decimals of a degree lose.
  func means(_ other: ShapePrint) -> Bool {
    let degrees = 1.5e-7
    let metres = 0.03
    return abs(longitude - other.longitude) < degrees && abs(latitude - other.latitude) < degrees
      && abs(widthMetres - other.widthMetres) < metres && abs(heightMetres - other.heightMetres) < metres
      && abs(squareMetres - other.squareMetres) < metres * (widthMetres + heightMetres) + 0.01
  }
}

extension Intake {
  /// The prints of shapes on this settlement's plane; nil for one without a place.
  func prints(of shapes: [Shape]) throws -> [ShapePrint?] {
    let centres = shapes.map(\.bounds.centre)
    var places = try geographicPoints(centres.compactMap { $0 })[...]
    return zip(shapes, centres).map { shape, centre in
      guard centre != nil, let place = places.popFirst() else { return nil }
      return ShapePrint(shape, centre: place)
    }
  }
}
