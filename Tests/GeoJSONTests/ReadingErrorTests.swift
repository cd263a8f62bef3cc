import GeoJSON
import JSON
import Testing

/// Each row: the text, and what the error must say: line, column, feature, path, words.
struct ErrorRow: Sendable, CustomTestStringConvertible {
  var text: String
  var line = 1
  var column: Int
  var feature: Int?
  var member: String
  var words: String

  init(_ text: String, _ line: Int, _ column: Int, _ feature: Int?, _ member: String, _ words: String) {
    (self.text, self.line, self.column) = (text, line, column)
    (self.feature, self.member, self.words) = (feature, member, words)
  }

  var testDescription: String { text }
}

@Suite struct ReadingErrorTests {
  @Test(arguments: [
    // What stands at the top.
    ErrorRow("[]", 1, 1, nil, "", "GeoJSON object is expected here, not an array"),
    ErrorRow("{}", 1, 1, nil, "", "needs a \"type\""),
    ErrorRow(#"{"type":1}"#, 1, 9, nil, "type", "must be a string, not a number"),
    ErrorRow(#"{"type":"feature"}"#, 1, 9, nil, "type", "no type of GeoJSON"),
    ErrorRow(#"{"type":"FeatureCollection"}"#, 1, 1, nil, "", "needs a \"features\""),
    ErrorRow(
      #"{"type":"FeatureCollection","features":{}}"#, 1, 40, nil, "features",
      "must be an array, not an object"),
    ErrorRow(#"{"type":"FeatureCollection","features":null}"#, 1, 40, nil, "features", "not null"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"geometry":null}"#, 1, 54, nil, "geometry", "7.1"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"properties":{}}"#, 1, 56, nil, "properties", "7.1"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"coordinates":[]}"#, 1, 57, nil, "coordinates", "7.1"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"bbox":[1,2,3]}"#, 1, 50, nil, "bbox", "four or six"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"bbox":[1,2,3,"4"]}"#, 1, 57, nil, "bbox[3]", "numbers only"
    ),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[],"bbox":[1,9,3,4]}"#, 1, 50, nil, "bbox", "south above"),
    ErrorRow(#"{"type":"FeatureCollection","features":[],"bbox":null}"#, 1, 50, nil, "bbox", "not null"),
    // Features.
    ErrorRow(#"{"type":"FeatureCollection","features":[null]}"#, 1, 41, 0, "features[0]", "Feature object"),
    ErrorRow(
      #"{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}"#, 1, 49, 0,
      "features[0].type", "a Feature is expected here, not a Point"),
    ErrorRow(
      "{\"type\":\"FeatureCollection\",\"features\":[\n {\"type\":\"Feature\",\"properties\":null}]}", 2, 2,
      0,
      "features[0]", "needs a \"geometry\""),
    ErrorRow(#"{"type":"Feature","geometry":null}"#, 1, 1, 0, "", "needs a \"properties\""),
    ErrorRow(#"{"type":"Feature","geometry":null,"properties":[]}"#, 1, 48, 0, "properties", "not an array"),
    ErrorRow(
      #"{"type":"Feature","geometry":null,"properties":{},"id":null}"#, 1, 56, 0, "id", "string or a number"),
    ErrorRow(
      #"{"type":"Feature","geometry":null,"properties":{},"id":{}}"#, 1, 56, 0, "id", "string or a number"),
    ErrorRow(
      #"{"type":"Feature","geometry":null,"properties":{},"coordinates":[]}"#, 1, 65, 0, "coordinates", "7.1"),
    ErrorRow(
      #"{"type":"Feature","geometry":null,"properties":{},"features":[]}"#, 1, 62, 0, "features", "7.1"),
    ErrorRow(#"{"type":"Feature","geometry":[1,2],"properties":{}}"#, 1, 30, 0, "geometry", "not an array"),
    ErrorRow(
      #"{"type":"Feature","geometry":{"type":"Feature"},"properties":{}}"#, 1, 30, 0, "geometry",
      "a geometry is expected here, not a Feature"),
    // Geometries.
    ErrorRow(#"{"type":"Point"}"#, 1, 1, nil, "", "a Point needs a \"coordinates\""),
    ErrorRow(
      #"{"type":"Point","coordinates":null}"#, 1, 31, nil, "coordinates",
      "an array is expected here, not null"),
    ErrorRow(#"{"type":"Point","coordinates":[1]}"#, 1, 31, nil, "coordinates", "at least two numbers"),
    ErrorRow(#"{"type":"Point","coordinates":[1,"2"]}"#, 1, 34, nil, "coordinates[1]", "must be a number"),
    ErrorRow(#"{"type":"Point","coordinates":[1,null]}"#, 1, 34, nil, "coordinates[1]", "must be a number"),
    ErrorRow(#"{"type":"Point","coordinates":[[1,2]]}"#, 1, 32, nil, "coordinates[0]", "must be a number"),
    ErrorRow(
      #"{"type":"Point","coordinates":[1,2,3,true]}"#, 1, 38, nil, "coordinates[3]", "must be a number"),
    ErrorRow(#"{"type":"MultiPoint","coordinates":[1,2]}"#, 1, 37, nil, "coordinates[0]", "a position"),
    ErrorRow(#"{"type":"MultiPoint","coordinates":[[1,2],[]]}"#, 1, 43, nil, "coordinates[1]", "two numbers"),
    ErrorRow(#"{"type":"LineString","coordinates":[[1,2]]}"#, 1, 36, nil, "coordinates", "two positions"),
    ErrorRow(
      #"{"type":"MultiLineString","coordinates":[[]]}"#, 1, 42, nil, "coordinates[0]", "two positions"),
    ErrorRow(
      #"{"type":"MultiLineString","coordinates":[[1,2],[3,4]]}"#, 1, 43, nil, "coordinates[0][0]",
      "a position"),
    ErrorRow(#"{"type":"Polygon","coordinates":[[]]}"#, 1, 34, nil, "coordinates[0]", "four positions"),
    ErrorRow(
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, 1, 34, nil, "coordinates[0]",
      "four positions"),
    ErrorRow(
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, 1, 34, nil, "coordinates[0]",
      "end where it begins"),
    ErrorRow(
      #"{"type":"Polygon","coordinates":[[[0,0,1],[1,0],[1,1],[0,0,2]]]}"#, 1, 34, nil, "coordinates[0]",
      "end where it begins"),
    ErrorRow(
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[0,0]]]}"#, 1, 60, nil, "coordinates[1]",
      "four positions"),
    ErrorRow(
      #"{"type":"MultiPolygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, 1, 41, nil,
      "coordinates[0][0][0]",
      "a position"),
    ErrorRow(#"{"type":"Point","coordinates":[1,2],"geometry":null}"#, 1, 48, nil, "geometry", "7.1"),
    ErrorRow(#"{"type":"Point","coordinates":[1,2],"properties":{}}"#, 1, 50, nil, "properties", "7.1"),
    ErrorRow(#"{"type":"Point","coordinates":[1,2],"features":[]}"#, 1, 48, nil, "features", "7.1"),
    ErrorRow(#"{"type":"GeometryCollection"}"#, 1, 1, nil, "", "needs a \"geometries\""),
    ErrorRow(#"{"type":"GeometryCollection","geometries":{}}"#, 1, 43, nil, "geometries", "must be an array"),
    ErrorRow(#"{"type":"GeometryCollection","geometries":[null]}"#, 1, 44, nil, "geometries[0]", "not null"),
    ErrorRow(
      #"{"type":"GeometryCollection","geometries":[{"type":"Point"}]}"#, 1, 44, nil, "geometries[0]",
      "coordinates"),
    // JSON itself.
    ErrorRow(
      #"{"type":"Point","coordinates":[1,2],}"#, 1, 36, nil, "coordinates", "before a closing bracket"),
    ErrorRow(#"{"type":"Point","type":"Point","coordinates":[1,2]}"#, 1, 17, nil, "type", "two members"),
    ErrorRow(#"{"type":"Point","coordinates":[1,NaN]}"#, 1, 34, nil, "coordinates[1]", "NaN"),
    ErrorRow(#"{"type":"Point","coordinates":[1,1e400]}"#, 1, 34, nil, "coordinates[1]", "too large"),
    ErrorRow(
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\n\"geometry\":nul", 2, 12, 0,
      "features[0].geometry", "not a JSON value"),
    ErrorRow("", 1, 1, nil, "", "empty"),
    // Several texts.
    ErrorRow(
      "{\"type\":\"Point\",\"coordinates\":[1,2]}\n{\"type\":\"Point\",\"coordinates\":[1,2]}", 2, 1, nil, "",
      "follows the end"),
    ErrorRow(
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n{\"type\":\"Feature\",\"geometry\":null}",
      2, 1, 1, "",
      "needs a \"properties\""),
    ErrorRow("{\"type\":\"Point\",\"coordinates\":[1,2]} {}", 1, 38, nil, "", "follows the end"),
    ErrorRow("\u{1e}{\"type\":\"Point\"}\n", 1, 2, nil, "", "coordinates"),
    ErrorRow("\u{1e}", 1, 2, nil, "", "ends too early"),
  ])
  func refused(row: ErrorRow) throws {
    let error = try #require(throws: GeoJSONError.self) {
      try FeatureCollection(reading: Array(row.text.utf8))
    }
    #expect((error.line, error.column) == (row.line, row.column))
    #expect(error.featureIndex == row.feature)
    #expect(error.member == row.member)
    #expect(error.message.contains(row.words), "\(error.message)")
    #expect(error.limit == nil)
  }

  @Test func theFeatureIsNamed() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{},"geometry":null},
      {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
        [[[0,0],[1,0],["x",1],[0,0]]]},"id":17}]}
      """
    let error = try #require(throws: GeoJSONError.self) { try FeatureCollection(reading: Array(text.utf8)) }
    #expect(error.featureIndex == 1)
    #expect(error.featureID == .number(JSONNumber(17)))
    #expect(error.member == "features[1].geometry.coordinates[0][2][0]")
    #expect((error.line, error.column) == (4, 18))
    #expect(
      error.description
        == "line 4, column 18, feature 1 (id 17), features[1].geometry.coordinates[0][2][0]: "
        + "a coordinate must be a number")
  }
}
