import JSON
import Testing

@Suite struct LimitTests {
  static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  /// At the limit, and one past it.
  @Test(
    arguments: [
      (nested(64), nil), (nested(65), JSONLimit.nesting), (nested(100_000), .nesting),
      (String(repeating: "[", count: 1_000_000), .nesting),
      (String(repeating: "{\"a\":", count: 100_000), .nesting),
      (String(repeating: "9", count: 300), nil), ("0." + String(repeating: "9", count: 398), nil),
      ("0." + String(repeating: "9", count: 399), .numberLength), (String(repeating: "0.1", count: 1), nil),
      ("1" + String(repeating: "0", count: 100_000), .numberLength),
    ] as [(String, JSONLimit?)])
  func atAndPast(text: String, limit: JSONLimit?) throws {
    guard let limit else {
      _ = try JSONDocument(parsing: Array(text.utf8))
      return
    }
    let error = try #require(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
    #expect(error.limit == limit)
  }

  @Test func bytes() throws {
    var limits = JSONLimits()
    limits.bytes = 4
    _ = try JSONDocument(parsing: Array("[12]".utf8), limits: limits)
    let error = try #require(throws: JSONError.self) {
      try JSONDocument(parsing: Array("[123]".utf8), limits: limits)
    }
    #expect(error.limit == .bytes)
  }

  @Test func deeperThanRecursionAllows() throws {
    var limits = JSONLimits()
    limits.nesting = .max
    _ = try JSONDocument(parsing: Array(Self.nested(512).utf8), limits: limits)
    #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array(Self.nested(513).utf8), limits: limits)
    }
    limits.nesting = -1
    _ = try JSONDocument(parsing: Array("1".utf8), limits: limits)
    #expect(throws: JSONError.self) { try JSONDocument(parsing: Array("[]".utf8), limits: limits) }
  }

  @Test func manyMembers() throws {
    let members = (0..<100_000).map { "\"name\($0)\":\($0)" }.joined(separator: ",")
    _ = try JSONDocument(parsing: Array("{\(members)}".utf8))
    let error = try #require(throws: JSONError.self) {
      try JSONDocument(parsing: Array("{\(members),\"name7\":0}".utf8))
    }
    #expect(error.member == "name7")
  }
}
