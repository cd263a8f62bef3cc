import GeoJSON
import JSON
import Testing

func read(_ text: String, limits: ReadingLimits = .init()) throws -> FeatureCollection {
  try FeatureCollection(reading: Array(text.utf8), limits: limits)
}

@Suite struct ReadingTests {
  @Test(arguments: [
    #"{"type":"Point","coordinates":[]}"#,
    #"{"type":"LineString","coordinates":[]}"#,
    #"{"type":"Polygon","coordinates":[]}"#,
    #"{"type":"MultiPoint","coordinates":[]}"#,
    #"{"type":"MultiLineString","coordinates":[]}"#,
    #"{"type":"MultiPolygon","coordinates":[]}"#,
    #"{"type":"MultiPolygon","coordinates":[[]]}"#,
    #"{"type":"GeometryCollection","geometries":[]}"#,
    #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[]}]}"#,
    #"{"coordinates":[1,2],"type":"Point"}"#,
    #"{"\u0074ype":"Poin\u0074","coordinates":[1,2]}"#,
    #"{"type":"Point","coordinates":[1,2,3,4,5]}"#,
    #"{"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2]}"#,
    #"{"type":"Point","coordinates":[1,2,3],"bbox":[1,2,3,1,2,3]}"#,
    #"{"type":"Point","coordinates":[1,2],"title":{"type":"Feature","geometry":5}}"#,
    #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0.0,-0]]]}"#,
    #"{"type":"Feature","geometry":null,"properties":null}"#,
    #"{"properties":{},"geometry":{"coordinates":[[1,2],[3,4]],"type":"LineString"},"type":"Feature","id":1.50}"#,
    #"{"type":"FeatureCollection","features":[]}"#,
    #"{"features":[],"type":"FeatureCollection","bbox":[170,-10,-170,10]}"#,
    "\u{FEFF}{\"type\":\"Point\",\"coordinates\":[1,2]}",
    "\u{FEFF}\n {\"type\":\"Point\",\"coordinates\":[1,2]}\n",
    #"{"type":"Point","coordinates":[100000000,-1e8]}"#,
  ])
  func accepted(text: String) throws {
    _ = try read(text)
  }

  @Test func aFeatureWithAllItsParts() throws {
    let collection = try read(
      """
      {"type":"FeatureCollection","bbox":[1.0,2,3,4],"features":[
        {"type":"Feature","id":"h-1","bbox":[0,0,1,1],"geometry":{"type":"Point","coordinates":[100.50,13.75,2.0]},
         "properties":{"kind":"house","storeys":2,"price":1.230,"ชื่อ":"บ้าน","a\\u0062c":[1,{"x":null}]},"klong":{"a":1}}
      ],"klong":{"version":"1"}}
      """)
    let feature = try #require(collection.features.first)
    #expect(collection.form == .collection)
    #expect(collection.members.names == ["bbox", "klong"])
    #expect(collection.bbox == [1, 2, 3, 4])
    #expect(feature.id == "h-1")
    #expect(feature.geometry == .point(Position(x: 100.5, y: 13.75, z: 2)))
    #expect(feature.properties["kind"] == "house")
    #expect(feature.properties["storeys"]?.int == 2)
    #expect(feature.properties["price"]?.number?.text == "1.230")
    #expect(feature.properties["ชื่อ"]?.string == "บ้าน")
    #expect(feature.properties["abc"] == [1, ["x": nil]])
    #expect(feature.properties["nothing"] == nil)
    #expect(feature.properties.object.names == ["kind", "storeys", "price", "ชื่อ", "abc"])
    #expect(feature.members.names == ["bbox", "klong"])
    #expect(feature.bbox == [0, 0, 1, 1])
    #expect(feature.location == (2, 3))
  }

  @Test(arguments: [
    (
      #"{"type":"LineString","coordinates":[[1,2],[3,4,5]]}"#,
      FeatureGeometry.lineString([Position(x: 1, y: 2), Position(x: 3, y: 4, z: 5)])
    ),
    (#"{"type":"MultiPoint","coordinates":[[1,2]]}"#, .multiPoint([Position(x: 1, y: 2)])),
    (
      #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}"#,
      .multiLineString([[Position(x: 1, y: 2), Position(x: 3, y: 4)]])
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}"#,
      .multiPolygon([
        [[Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0)]]
      ])
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1e0,-2.5E-1]}]}"#,
      .collection([.point(Position(x: 1, y: -0.25))])
    ),
  ])
  func geometries(text: String, geometry: FeatureGeometry) throws {
    let collection = try read(text)
    #expect(collection.form == .geometry)
    #expect(collection.features.map(\.geometry) == [geometry])
    #expect(collection.features.map(\.isBareGeometry) == [true])
  }

  @Test(arguments: [
    (
      "\u{1e}{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"n\":0}}\n\u{1e}{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"n\":1}}\n",
      FeatureCollection.Form.textSequence, 2
    ),
    (
      "\u{1e}\u{1e} \n\u{1e}{\"type\":\"Point\",\"coordinates\":[1,2]}\u{1e}{\"type\":\"Point\",\"coordinates\":[1,2]}",
      .textSequence, 2
    ),
    (
      "\u{1e}{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}]}\n\u{1e}{\"type\":\"Point\",\"coordinates\":[]}\n",
      .textSequence, 2
    ),
    (
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\r\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\r\n\r\n",
      .lines, 2
    ),
    ("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n", .feature, 1),
  ])
  func severalTexts(text: String, form: FeatureCollection.Form, count: Int) throws {
    let collection = try read(text)
    #expect(collection.form == form)
    #expect(collection.features.map(\.index) == Array(0..<count))
  }

  @Test func aCRSOfALoneObjectIsSeen() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"EPSG:32647"}}"#
    let point = #"{"type":"Point","coordinates":[1,2],\#(crs),"note":1}"#
    #expect(try read(point).members["crs"]?["properties"]?["name"] == "EPSG:32647")
    #expect(try read(point).members.names == ["crs"])
    let lines = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{},\(crs)}"
    #expect(try read(lines + "\n" + lines).members.names == ["crs"])
    let other = lines.replacing("32647", with: "32648")
    #expect(throws: GeoJSONError.self) { try read(lines + "\n" + other) }
  }

  /// The C side fills positions as three doubles each.
  @Test func layoutOfAPosition() {
    #expect(MemoryLayout<Position>.stride == 24)
    #expect(MemoryLayout<Position>.offset(of: \.x) == 0)
    #expect(MemoryLayout<Position>.offset(of: \.y) == 8)
    #expect(MemoryLayout<Position>.offset(of: \.z) == 16)
  }

  /// Work must grow with the file, not with its square.
  @Test(.timeLimit(.minutes(5))) func manyNames() throws {
    let names = (0..<30_000).map { "\"name\($0)\":\($0)" }
    let text = names.joined(separator: ",")
    let feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\(text)},\(text)}"
    let collection = try read("{\"type\":\"FeatureCollection\",\"features\":[\(feature)],\(text)}")
    #expect(collection.members.count == 30_000)
    #expect(collection.features.first?.members.count == 30_000)
    #expect(collection.features.first?.properties.object.count == 30_000)
    let sequence = names.map { "\u{1e}{\"type\":\"FeatureCollection\",\"features\":[],\($0)}\n" }.joined()
    #expect(try read(sequence).members.count == 30_000)
  }
}
