import GeoJSON
import JSON
import TestSupport
import Testing

/// No file may end the process, and what is read can be written and read again.
@Suite struct HostileFileTests {
  static let sample = Array(
    """
    {"type":"FeatureCollection","bbox":[100,13,101,14],"features":[
    {"type":"Feature","id":"a\\u0e01","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},"properties":{"kind":"house","n":[1,{"x":"}"}]}},
    {"geometry":{"coordinates":[[1,2,3],[3,4]],"type":"LineString","bbox":[1,2,3,4]},"properties":null,"type":"Feature","id":1.5},
    {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1e1,-2]},{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}]},"properties":{}},
    {"type":"Feature","geometry":null,"properties":{"bbox":1}}
    ],"klong":{"a":"\\ud83d\\ude00"}}
    """.utf8)

  static let sequence = Array(
    "\u{1e}{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n\u{1e}{\"type\":\"Point\",\"coordinates\":[1,2]}\n"
      .utf8)

  @Test func cutAnywhere() {
    for count in 0..<Self.sample.count {
      #expect(throws: GeoJSONError.self) { try FeatureCollection(reading: Array(Self.sample[..<count])) }
    }
    for count in 0..<Self.sequence.count { Self.survives(Array(Self.sequence[..<count])) }
  }

  @Test(arguments: 0..<8)
  func flipped(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let special = Array("{}[]\",:\\0-.eE\u{1e}\n tnu9".utf8) + [0, 0x80, 0xC3, 0xED, 0xFF]
    for round in 0..<1200 {
      var bytes = round % 4 == 0 ? Self.sequence : Self.sample
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = special.randomElement(using: &random) ?? 0
        case 2: bytes.insert(special.randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      Self.survives(bytes)
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 1_000_000), String(repeating: "{\"type\":", count: 200_000),
    String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 30_000),
    #"{"type":"Polygon","coordinates":"# + String(repeating: "[", count: 100_000),
    #"{"type":"Point","coordinates":["# + String(repeating: "9", count: 1_000_000) + ",1]}",
    #"{"type":"MultiPoint","coordinates":["# + String(repeating: "[],", count: 100_000) + "[]]}",
    String(repeating: "\u{1e}", count: 100_000), String(repeating: "\n", count: 100_000), "\u{1e}{}\u{1e}",
    #"{"type":"Feature","geometry":{"type":"Feature","geometry":{"type":"Feature"}},"properties":{}}"#,
  ])
  func monsters(text: String) throws {
    let error = try #require(throws: GeoJSONError.self) { try read(text) }
    #expect(error.description.utf8.count < 2000)
  }

  static func survives(_ bytes: [UInt8]) {
    do {
      let collection = try FeatureCollection(reading: bytes)
      var text: [UInt8] = []
      let writer = FeatureCollectionWriter { text.append(contentsOf: $0) }
      for feature in collection.features {
        _ = (feature.properties.object, feature.properties["kind"], feature.members, feature.bbox)
        try writer.write(passing: feature, adding: [("kind", "x"), ("new", 1)])
        try writer.write(passing: feature, geometry: .point(Position(x: 1, y: 2)), adding: [("new", 2)])
      }
      let reserved = ["geometry", "properties", "coordinates", "geometries"]
      try writer.finish(
        members: JSONObject(
          collection.members.filter { !reserved.contains($0.name) }.map { ($0.name, $0.value) }))
      let again = try FeatureCollection(reading: text)
      #expect(again.features.count == 2 * collection.features.count)
      #expect(
        again.features.allSatisfy {
          $0.properties["new"] != nil && $0.properties["kind"] != nil || $0.index % 2 == 1
        })
    } catch let error as GeoJSONError {
      #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
      #expect(error.description.utf8.count < 2000)
    } catch {
      Issue.record("unexpected \(error)")
    }
  }
}
