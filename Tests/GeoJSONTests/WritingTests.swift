import GeoJSON
import JSON
import Testing

/// The text that a writer makes, and how many times it called the sink.
func written(_ work: (FeatureCollectionWriter) throws -> Void) throws -> String {
  var bytes: [UInt8] = []
  let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
  try work(writer)
  return String(decoding: bytes, as: UTF8.self)
}

/// The first feature as it is passed on, without the collection round it.
func passed(
  _ text: String, adding: [(String, JSONValue)] = [], geometry: FeatureGeometry?? = nil, decimals: Int = 1
) throws -> String {
  let feature = try #require(try read(text).features.first)
  let result = try written { writer in
    if let geometry {
      try writer.write(passing: feature, geometry: geometry, decimals: decimals, adding: adding)
    } else {
      try writer.write(passing: feature, adding: adding)
    }
    try writer.finish()
  }
  _ = try read(result)
  return String(
    result.dropFirst("{\"type\":\"FeatureCollection\",\"features\":[\n".count).dropLast("\n]}\n".count))
}

@Suite struct WritingTests {
  static let house = """
    { "type" : "Feature", "properties": {"kind":"house", "price": 1.2300, "nested": {"kind": 1}} ,
      "geometry": {"type":"Point","coordinates":[100.500, 13.75, 2.0, 9]}, "id": 1.0, "extra": [ 1 ] }
    """

  @Test func verbatim() throws {
    #expect(try passed(Self.house) == Self.house)
  }

  @Test(arguments: [
    (
      #"{"kind":"house", "price": 1.2300, "nested": {"kind": 1}}"#,
      #"{"kind":"house", "price": 1.2300, "nested": {"kind": 1},"a":1,"b":"x\ny"}"#
    ),
    ("{}", #"{"a":1,"b":"x\ny"}"#),
    ("{ }", #"{"a":1,"b":"x\ny" }"#),
    ("null", #"{"a":1,"b":"x\ny"}"#),
    (#"{"b":[1,{"a":2}],"c":3}"#, #"{"b":"x\ny","c":3,"a":1}"#),
    (#"{ "\u0061" : null , "b" : 5 }"#, #"{ "\u0061" : 1 , "b" : "x\ny" }"#),
    (#"{"c":"}{\"a\":","d":4 }"#, #"{"c":"}{\"a\":","d":4,"a":1,"b":"x\ny" }"#),
  ])
  func addedProperties(before: String, after: String) throws {
    func feature(_ properties: String) -> String {
      #"{"type":"Feature","properties":\#(properties),"geometry":null,"id":"x"}"#
    }
    #expect(try passed(feature(before), adding: [("a", 1), ("b", "x\ny")]) == feature(after))
    let again = try passed(feature(after), adding: [("a", 1), ("b", "x\ny")])
    #expect(again == feature(after))
  }

  @Test func theLastOfTwoAddedOfOneNameIsWritten() throws {
    let text = #"{"type":"Feature","properties":{},"geometry":null}"#
    #expect(try passed(text, adding: [("a", 1), ("a", 2)]).contains(#"{"a":2}"#))
  }

  @Test(arguments: [
    (
      #"{"type":"Feature","geometry":null,"properties":{"a":1.0}}"#,
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1.0,2.0]},"properties":{"a":1.0}}"#
    ),
    (
      #"{"type":"Feature","bbox":[9,9,9,9],"properties":{},"geometry":{"type":"Point","coordinates":[9,9]}}"#,
      #"{"type":"Feature","bbox":[1.0,2.0,1.0,2.0],"properties":{},"geometry":{"type":"Point","coordinates":[1.0,2.0]}}"#
    ),
    (
      #"{"type":"Point","coordinates":[9,9]}"#,
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1.0,2.0]}}"#
    ),
  ])
  func newGeometry(before: String, after: String) throws {
    #expect(try passed(before, geometry: .some(.point(Position(x: 1, y: 2)))) == after)
  }

  @Test(arguments: [
    (
      #"{"bbox":[9,9,9,9],"type":"Feature","properties":{},"geometry":null}"#,
      #"{"type":"Feature","properties":{},"geometry":null}"#
    ),
    (
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]},"bbox":[9,9,9,9]}"#,
      #"{"type":"Feature","properties":{},"geometry":null}"#
    ),
  ])
  func noGeometryNoBox(before: String, after: String) throws {
    #expect(try passed(before, geometry: .some(nil)) == after)
  }

  @Test func aBareGeometryBecomesAFeature() throws {
    let text = #"{"type":"Point", "coordinates":[1.50,2]}"#
    #expect(
      try passed(text, adding: [("a", true)])
        == #"{"type":"Feature","properties":{"a":true},"geometry":\#(text)}"#)
  }

  @Test(arguments: [
    (
      FeatureGeometry.point(Position(x: 100.5, y: -13.75, z: 0)),
      #"{"type":"Point","coordinates":[100.500,-13.750,0.000]}"#
    ),
    (.multiPoint([]), #"{"type":"MultiPoint","coordinates":[]}"#),
    (
      .lineString([Position(x: -0.0001, y: 1), Position(x: 2.0004, y: 0.9996)]),
      #"{"type":"LineString","coordinates":[[0.000,1.000],[2.000,1.000]]}"#
    ),
    (
      .polygon([[Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0)]]),
      #"{"type":"Polygon","coordinates":[[[0.000,0.000],[1.000,0.000],[1.000,1.000],[0.000,0.000]]]}"#
    ),
    (.multiPolygon([[], []]), #"{"type":"MultiPolygon","coordinates":[[],[]]}"#),
    (
      .collection([.point(Position(x: 1, y: 2)), .collection([])]),
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1.000,2.000]},{"type":"GeometryCollection","geometries":[]}]}"#
    ),
  ])
  func madeGeometry(geometry: FeatureGeometry, text: String) throws {
    let result = try written { writer in
      try writer.write(
        made: MadeFeature(id: 7, properties: ["kind": "plot"], geometry: geometry, decimals: 3))
      try writer.finish(members: ["klong": ["seed": 1]])
    }
    let feature = #"{"type":"Feature","id":7,"properties":{"kind":"plot"},"geometry":\#(text)}"#
    #expect(
      result == "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n],\n\"klong\":{\"seed\":1}}\n")
    #expect(try read(result).features.count == 1)
  }

  @Test func anEmptyCollection() throws {
    let text = try written { try $0.finish() }
    #expect(try read(text).features.isEmpty)
  }

  @Test(arguments: [
    Position(x: .nan, y: 0), Position(x: 0, y: .infinity), Position(x: 0, y: 0, z: -.infinity),
  ])
  func whatIsNotFiniteIsRefused(position: Position) throws {
    let writer = FeatureCollectionWriter { _ in }
    #expect(throws: WritingError.notFinite) {
      try writer.write(made: MadeFeature(geometry: .point(position)))
    }
  }

  @Test func afterTheEndNothingIsWritten() throws {
    let writer = FeatureCollectionWriter { _ in }
    #expect(throws: WritingError.reservedMember("features")) { try writer.finish(members: ["features": []]) }
    try writer.finish()
    #expect(throws: WritingError.finished) { try writer.finish() }
    #expect(throws: WritingError.finished) { try writer.write(made: MadeFeature(geometry: nil)) }
  }
}
