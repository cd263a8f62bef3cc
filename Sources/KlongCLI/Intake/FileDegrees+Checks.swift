internal import Geometry

extension FileDegrees {
  /// Refuses what cannot be longitude and latitude, in this order, and says what it looks like.
  func requireDegrees() throws(FileProblem) {
    guard let wrong = places.firstIndex(where: { abs($0.longitude) > 180 || abs($0.latitude) > 90 }) else {
      return
    }
    let place = places[wrong]
    let seen = "(\(fixed(place.longitude, decimals: 3)), \(fixed(place.latitude, decimals: 3)))"
    guard !looksSwapped else {
      throw FileProblem(
        text: "it looks as if latitude came first: \(seen) is no longitude and latitude, "
          + "but would be one the other way round",
        remedy: "write longitude before latitude, as GeoJSON (RFC 7946) asks; QGIS does it with the tool "
          + "\"Swap X and Y coordinates\"",
        feature: feature(of: wrong))
    }
    let looksPlanar = abs(place.longitude) > 360 || abs(place.latitude) > 360
    throw FileProblem(
      text: looksPlanar
        ? "the coordinates look like metres on a map, not degrees: \(seen), and the file names no system (crs)"
        : "\(seen) is no longitude (-180 to 180) and latitude (-90 to 90)",
      remedy: looksPlanar
        ? "say which system they belong to in a member crs, such as "
          + "{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:32647\"}}, or " + FileProblem.crsRemedy
        : FileProblem.crsRemedy,
      feature: feature(of: wrong))
  }

  /// Whether every place would be longitude and latitude with its numbers exchanged.
  private var looksSwapped: Bool {
    places.allSatisfy { abs($0.longitude) <= 90 && abs($0.latitude) <= 180 }
  }
}

extension FileDegrees {
  /// Degrees from which two files are held to lie in different countries, and to which they are held to be one place.
  private static let (far, near) = (10.0, 1.0)

  /// The middle of what a file holds, not moved by a few features that lie elsewhere.
  var median: GeographicPoint? {
    guard !places.isEmpty else { return nil }
    return GeographicPoint(
      longitude: places.map(\.longitude).median, latitude: places.map(\.latitude).median)
  }

  /// Refuses a file that lies in another part of the world than another one, but beside it with its coordinates
  /// exchanged: both orders are possible places there, so only the company gives it away.
  func requireOrder(of other: GeographicPoint) throws(FileProblem) {
    guard let median else { return }
    let swapped = GeographicPoint(longitude: median.latitude, latitude: median.longitude)
    guard median.degrees(to: other) > Self.far, swapped.degrees(to: other) < Self.near else { return }
    throw FileProblem(
      text: "it looks as if latitude came first: the file lies at \(median.text), "
        + "but beside the other files the other way round",
      remedy: "write longitude before latitude, as GeoJSON (RFC 7946) asks")
  }
}

extension GeographicPoint {
  /// The larger difference of the two coordinates, in degrees: for telling places apart, not for measuring.
  fileprivate func degrees(to other: GeographicPoint) -> Double {
    max(abs(longitude - other.longitude), abs(latitude - other.latitude))
  }
}

extension [Double] {
  /// The middle value, the lower of two; 0 of none.
  var median: Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
  }
}
