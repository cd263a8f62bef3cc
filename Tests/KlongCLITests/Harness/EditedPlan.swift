import Foundation

/// The first sample's plan in the hands of somebody with a map editor.
struct EditedPlan {
  var root: [String: Any]
  var features: [[String: Any]]

  static func first() throws -> EditedPlan { try sample("first-plan") }

  /// The plan of 212 plots.
  static func bangBua() throws -> EditedPlan { try sample("bang-bua") }

  private static func sample(_ name: String) throws -> EditedPlan {
    let file = PlanAndCheckTests.samples + "\(name)/plan.geojson"
    let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    return EditedPlan(root: parsed, features: parsed["features"] as? [[String: Any]] ?? [])
  }

  func data() throws -> Data {
    var whole = root
    whole["features"] = features
    return try JSONSerialization.data(withJSONObject: whole)
  }

  private func place(ofPlot number: Int) -> Int? {
    features.firstIndex {
      let properties = $0["properties"] as? [String: Any]
      return properties?["kind"] as? String == "plot" && properties?["number"] as? Int == number
    }
  }

  mutating func change(plot number: Int, _ body: (inout [String: Any]) -> Void) {
    if let place = place(ofPlot: number) { change(at: place, body) }
  }

  mutating func change(first kind: String, _ body: (inout [String: Any]) -> Void) {
    let place = features.firstIndex { ($0["properties"] as? [String: Any])?["kind"] as? String == kind }
    if let place { change(at: place, body) }
  }

  private mutating func change(at place: Int, _ body: (inout [String: Any]) -> Void) {
    var properties = features[place]["properties"] as? [String: Any] ?? [:]
    body(&properties)
    features[place]["properties"] = properties
  }

  /// Rounds the coordinates of the features whose properties say yes.
  mutating func round(to decimals: Int, where isRounded: ([String: Any]) -> Bool) {
    for place in features.indices where isRounded(features[place]["properties"] as? [String: Any] ?? [:]) {
      guard var geometry = features[place]["geometry"] as? [String: Any] else { continue }
      geometry["coordinates"] = Self.rounded(geometry["coordinates"], to: decimals)
      features[place]["geometry"] = geometry
    }
  }

  static func rounded(_ coordinates: Any?, to decimals: Int) -> Any? {
    let scale = pow(10, Double(decimals))
    return moved(coordinates) { (($0 * scale).rounded() / scale, ($1 * scale).rounded() / scale) }
  }

  mutating func remove(plot number: Int) {
    if let place = place(ofPlot: number) { features.remove(at: place) }
  }

  mutating func move(plot number: Int, east: Double, north: Double) {
    if let place = place(ofPlot: number) { features[place] = moved(features[place], east, north) }
  }

  mutating func copy(
    plot number: Int, east: Double, north: Double, as properties: ([String: Any]) -> [String: Any]
  ) {
    guard let place = place(ofPlot: number) else { return }
    var copy = moved(features[place], east, north)
    copy["id"] = nil
    copy["properties"] = properties(copy["properties"] as? [String: Any] ?? [:])
    features.append(copy)
  }

  /// The latitude of the first corner.
  func geometry(ofPlot number: Int) -> Double? {
    let geometry = place(ofPlot: number).flatMap { features[$0]["geometry"] as? [String: Any] }
    return (geometry?["coordinates"] as? [[[Double]]])?[0][0][1]
  }

  private func moved(_ feature: [String: Any], _ east: Double, _ north: Double) -> [String: Any] {
    var feature = feature
    var geometry = feature["geometry"] as? [String: Any] ?? [:]
    // Metres to degrees at the sample's latitude.
    geometry["coordinates"] = Self.moved(geometry["coordinates"]) {
      ($0 + east / 108_060, $1 + north / 110_610)
    }
    feature["geometry"] = geometry
    return feature
  }

  static func moved(_ coordinates: Any?, _ body: (Double, Double) -> (Double, Double)) -> Any? {
    if let pair = coordinates as? [Double], pair.count == 2 {
      let place = body(pair[0], pair[1])
      return [place.0, place.1]
    }
    return (coordinates as? [Any])?.compactMap { moved($0, body) }
  }
}
