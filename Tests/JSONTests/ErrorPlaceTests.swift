import JSON
import Testing

@Suite struct ErrorPlaceTests {
  @Test(arguments: [
    ("", 1, 1, "", "empty"),
    ("[1,\n 2,\n x]", 3, 2, "[2]", "not a JSON value"),
    ("{\"a\": {\"b\": [1, 02]}}", 1, 17, "a.b[1]", "not a JSON number"),
    ("{\"ก\": 1e999}", 1, 7, "ก", "too large"),
    ("{\"a\":1,\n\"a\":2}", 2, 1, "a", "two members"),
    ("[1, 2,]", 1, 6, "[1]", "before a closing bracket"),
    ("[1] 2", 1, 5, "", "follows the end"),
    ("{\"rules\":[{\"id\":\"x\ty\"}]}", 1, 19, "rules[0].id", "control character"),
    ("{\"rules\":[{\"id\":\"x", 1, 17, "rules[0].id", "not closed"),
    ("[[1, 2], [3", 1, 12, "[1][0]", "ends too early"),
    ("{\"addr:city\": NaN}", 1, 15, "[\"addr:city\"]", "NaN"),
    ("[\"\\ud800\"]", 1, 3, "[0]", "surrogate"),
    ("[\"\\q\"]", 1, 3, "[0]", "escape"),
    ("{\"a\" 1}", 1, 6, "a", "colon"),
    ("{a: 1}", 1, 2, "", "name in double quotes"),
    ("{'a': 1}", 1, 2, "", "double quotes"),
    ("[1, // one\n2]", 1, 5, "[1]", "comments"),
    ("\u{FEFF}[x]", 1, 2, "[0]", "not a JSON value"),
  ])
  func place(text: String, line: Int, column: Int, member: String, message: String) throws {
    let error = try #require(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.member == member)
    #expect(error.message.contains(message), "\(error.message)")
    #expect(error.limit == nil)
  }

  @Test(arguments: [
    (["rules", 1, "id"] as JSONPath, 3, 9),
    (["rules"], 2, 12),
    ([], 1, 1),
  ])
  func locationOfAMember(path: JSONPath, line: Int, column: Int) throws {
    let text = "{\"title\": \"x\",\n  \"rules\": [{\"id\": 1},\n {\"id\": 2}]}"
    let place = try #require(try JSONDocument(parsing: Array(text.utf8)).location(of: path))
    #expect(place == (line, column))
  }

  @Test(
    arguments: [["nothing"], ["rules", 5], ["rules", -1], ["rules", "id"], ["title", "x"]] as [JSONPath])
  func noLocation(path: JSONPath) throws {
    let text = "{\"title\": \"x\",\n  \"rules\": [{\"id\": 1},\n {\"id\": 2}]}"
    #expect(try JSONDocument(parsing: Array(text.utf8)).location(of: path) == nil)
  }
}
