import Foundation
import Geometry
import PROJ

extension ConformanceCase {
  /// What is wrong with our answer, by the rules in the file's `about`; nil when nothing is.
  func complaint() throws -> String? {
    switch kind {
    case "transform":
      guard let wanted = expected?.coordinates else { return refusal { _ = try answer() } }
      return try compare(answer(), with: Point(wanted))
    case "crs_refused":
      return refusal { _ = try CoordinateReferenceSystem(to ?? "") }
    case "crs_unsuitable":
      return refusal { _ = try CoordinateReferenceSystem(crs ?? "") }
    case "must_not_hang":
      guard let recipe else { throw MalformedCase() }
      return refusal { _ = try CoordinateReferenceSystem(recipe.text) }
    case "geodesic_inverse": return try inverseComplaint()
    case "geodesic_direct": return try directComplaint()
    case "geodesic_area": return try areaComplaint()
    case "scale": return try scaleComplaint()
    default: throw MalformedCase()
    }
  }

  private func refusal(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return "answered, though it must be refused"
    } catch {
      return error is PROJError ? nil : "\(error)"
    }
  }

  private func compare(_ answer: Point, with wanted: Point) throws -> String? {
    guard let tolerance = toleranceMetres else { throw MalformedCase() }
    var (east, north) = (answer.x - wanted.x, answer.y - wanted.y)
    if (to ?? "").contains("longlat") || ["EPSG:4326", "EPSG:4240"].contains(to) {
      east *= 111_320 * cos(wanted.y * .pi / 180)
      north *= 111_320
    }
    let distance = (east * east + north * north).squareRoot()
    return distance <= tolerance ? nil : "\(answer.x) \(answer.y) is \(distance) m off"
  }

  private func inverseComplaint() throws -> String? {
    guard let start, let end, let distance, let azimuth, let tolerance = toleranceMetres else {
      throw MalformedCase()
    }
    let path = try Geodesic.inverse(from: GeographicPoint(start), to: GeographicPoint(end))
    guard abs(path.lengthInMetres - distance) <= tolerance else { return "\(path.lengthInMetres) m" }
    // Places are written to a nanodegree: a tenth of a millimetre, and that much angle over a short way.
    let turn = abs((path.azimuthInDegrees - azimuth).remainder(dividingBy: 360)) * .pi / 180
    return turn * distance <= 2e-4 ? nil : "towards \(path.azimuthInDegrees)"
  }

  private func directComplaint() throws -> String? {
    guard let start, let end, let distance, let azimuth, let tolerance = toleranceMetres else {
      throw MalformedCase()
    }
    let place = try Geodesic.direct(
      from: GeographicPoint(start), azimuthInDegrees: azimuth, metres: distance)
    let miss = try Geodesic.inverse(from: place, to: GeographicPoint(end)).lengthInMetres
    return miss <= tolerance ? nil : "\(miss) m off"
  }

  private func areaComplaint() throws -> String? {
    guard let ring, let area, let perimeter, let tolerance = toleranceSquareMetres else {
      throw MalformedCase()
    }
    let extent = try Geodesic.extent(of: ring.map { try GeographicPoint($0) })
    let isRight =
      abs(extent.areaInSquareMetres - area) <= tolerance && abs(extent.perimeterInMetres - perimeter) <= 1e-4
    return isRight ? nil : "\(extent)"
  }

  private func scaleComplaint() throws -> String? {
    guard let crs, let place, let meridionalScale, let parallelScale, let convergence, let tolerance else {
      throw MalformedCase()
    }
    // The rows hold what pyproj states, which for Web Mercator is the scale on a sphere.
    let scale = try Projection(CoordinateReferenceSystem(crs)).nominalScale(at: GeographicPoint(place))
    let isRight =
      abs(scale.meridional - meridionalScale) <= tolerance && abs(scale.parallel - parallelScale) <= tolerance
      && abs(scale.convergenceInDegrees - convergence) <= tolerance
    return isRight ? nil : "\(scale)"
  }
}
