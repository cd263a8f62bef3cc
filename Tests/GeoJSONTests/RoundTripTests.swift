import Foundation
import GeoJSON
import JSON
import TestSupport
import Testing

@Suite struct RoundTripTests {
  static func position(_ random: inout SplitMix64) -> Position {
    let z = Bool.random(using: &random) ? Double.nan : Double.random(in: -10...9000, using: &random)
    return Position(
      x: .random(in: -180...180, using: &random), y: .random(in: -90...90, using: &random), z: z)
  }
  static func positions(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> [Position] {
    (0..<Int.random(in: range, using: &random)).map { _ in position(&random) }
  }
  static func ring(_ random: inout SplitMix64) -> [Position] {
    let open = positions(3...90, &random)
    return open + open.prefix(1)
  }
  static func geometry(depth: Int = 0, _ random: inout SplitMix64) -> FeatureGeometry {
    switch Int.random(in: 0...(depth < 4 ? 6 : 5), using: &random) {
    case 0: .point(position(&random))
    case 1: .multiPoint(positions(0...5, &random))
    case 2: .lineString(positions(2...130, &random))
    case 3: .multiLineString((0..<3).map { _ in positions(2...5, &random) })
    case 4: .polygon((0..<Int.random(in: 0...3, using: &random)).map { _ in ring(&random) })
    case 5: .multiPolygon((0..<2).map { _ in (0..<2).map { _ in ring(&random) } })
    default:
      .collection(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in geometry(depth: depth + 1, &random) })
    }
  }

  static func feature(_ index: Int, _ random: inout SplitMix64) -> MadeFeature {
    let ids: [FeatureID?] = [nil, .string("ก\"\\\(index)"), .number(JSONNumber(index))]
    let properties: JSONObject = [
      "kind": "plot", "n": .number(JSONNumber(index)), "t\u{1}": "\u{7}\u{2028}\"", "o": ["a": [1, nil]],
    ]
    return MadeFeature(
      id: ids[index % 3], properties: properties, geometry: index % 7 == 0 ? nil : geometry(&random),
      decimals: 15)
  }

  /// Made features come back as they were made, and what is passed on comes out as the same bytes.
  @Test(arguments: 0..<10)
  func madeReadPassed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let made: [MadeFeature] = (0..<40).map { Self.feature($0, &random) }
    let members: JSONObject = ["klong": ["seed": .number(JSONNumber(Int(seed)))], "bbox": [0, 0, 1, 1]]
    let first = try written { writer in
      for feature in made { try writer.write(made: feature) }
      try writer.finish(members: members)
    }
    let collection = try read(first)
    #expect(collection.features.map(\.id) == made.map(\.id))
    #expect(collection.features.map(\.properties.object) == made.map(\.properties))
    #expect(collection.members == members)
    for (read, made) in zip(collection.features, made) {
      #expect((read.geometry == nil) == (made.geometry == nil))
      guard let a = read.geometry, let b = made.geometry else { continue }
      #expect(a.typeName == b.typeName)
      var (left, right): ([Position], [Position]) = ([], [])
      a.forEachPosition {
        left.append($0); return true
      }
      b.forEachPosition {
        right.append($0); return true
      }
      #expect(left.count == right.count)
      // Fifteen decimals: nearer than 1e-15, or the same double.
      #expect(zip(left, right).allSatisfy { abs($0.x - $1.x) < 1e-12 && abs($0.y - $1.y) < 1e-12 })
      #expect(zip(left, right).allSatisfy { ($0.altitude == nil) == ($1.altitude == nil) })
    }
    let second = try written { writer in
      for feature in collection.features { try writer.write(passing: feature) }
      try writer.finish(members: collection.members)
    }
    #expect(second == first)
  }

  @Test(
    .enabled(if: SharedData.file("data/real") != nil, "the shared folder is not here"),
    arguments: ["data/real", "data/reblock"])
  func realFiles(folder: String) throws {
    let url = try #require(SharedData.file(folder))
    let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "geojson" }
    #expect(!files.isEmpty)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      let collection = try FeatureCollection(reading: bytes)
      let text = try written { writer in
        for feature in collection.features { try writer.write(passing: feature) }
        try writer.finish(members: collection.members)
      }
      let again = try read(text)
      #expect(again.features.map(\.bytes) == collection.features.map(\.bytes))
      #expect(again.members == collection.members)
      // Nothing is lost against the JSON as such.
      let json = try JSONDocument(parsing: bytes).value
      #expect(json["features"]?.array?.count == collection.features.count)
      #expect(
        json["features"]?.array?.map { $0["properties"]?.object ?? [:] }
          == collection.features.map(\.properties.object))
    }
  }
}
