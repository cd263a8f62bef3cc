internal import GeoJSON
internal import Geometry

/// All positions of a file as places on the earth, feature after feature.
struct FileDegrees {
  var places: [GeographicPoint] = []
  /// Where the places of each feature begin; one more entry than there are features.
  private var starts: [Int] = [0]

  /// No place at all.
  init() {}

  /// The positions as the file writes them, whatever they mean.
  init(unread collection: FeatureCollection) {
    starts.reserveCapacity(collection.features.count + 1)
    for feature in collection.features {
      feature.geometry?.forEachPosition { position in
        places.append(GeographicPoint(longitude: position.x, latitude: position.y))
        return true
      }
      starts.append(places.count)
    }
  }

  /// The places of one feature.
  func range(of feature: Int) -> Range<Int> {
    guard feature >= 0, feature + 1 < starts.count else { return 0..<0 }
    return starts[feature]..<starts[feature + 1]
  }

  /// Puts one feature elsewhere.
  ///
  /// - Parameter geometry: with as many positions as the feature has.
  mutating func replace(placesOf feature: Int, with geometry: FeatureGeometry) {
    var place = range(of: feature).lowerBound
    let end = range(of: feature).upperBound
    geometry.forEachPosition { position in
      guard place < end else { return false }
      places[place] = GeographicPoint(longitude: position.x, latitude: position.y)
      place += 1
      return true
    }
  }

  /// The feature that a place belongs to; nil when there is no such place.
  func feature(of place: Int) -> Int? {
    guard places.indices.contains(place) else { return nil }
    var (low, high) = (0, starts.count - 2)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The middle of the box round a feature; nil where it has no place.
  func centre(of feature: Int) -> GeographicPoint? {
    let range = range(of: feature)
    guard !range.isEmpty else { return nil }
    let box = Bounds(of: places[range].lazy.map { Point(x: $0.longitude, y: $0.latitude) })
    return box.centre.map { GeographicPoint(longitude: $0.x, latitude: $0.y) }
  }
}
