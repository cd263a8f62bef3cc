import GeoJSON
import Testing

/// Each limit of promise 13: at it, and one past it.
@Suite struct ReadingLimitTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var limit: ReadingLimit
    var at: String
    var past: String
    var limits = ReadingLimits()
    var testDescription: String { limit.rawValue }
  }

  static func feature(_ geometry: String) -> String {
    #"{"type":"Feature","properties":null,"geometry":\#(geometry)}"#
  }
  static func point(_ x: String, note: String = "0") -> String {
    #"{"type":"Point","coordinates":[\#(x),0],"note":\#(note)}"#
  }
  static func collections(_ depth: Int) -> String {
    String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: depth)
      + String(repeating: "]}", count: depth)
  }
  static func line(_ count: Int) -> String {
    #"{"type":"LineString","coordinates":[\#(repeatElement("[0,0]", count: count).joined(separator: ","))]}"#
  }
  static func nested(_ depth: Int) -> String {
    point("0", note: String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
  }
  static func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
    var limits = ReadingLimits()
    change(&limits)
    return limits
  }

  static let rows = [
    Row(
      limit: .fileBytes, at: point("1"), past: point("10"),
      limits: limits { $0.fileBytes = point("1").utf8.count }),
    Row(limit: .nesting, at: nested(63), past: nested(64)),
    Row(limit: .nesting, at: nested(62), past: nested(100_000)),
    Row(limit: .collectionNesting, at: collections(8), past: collections(9)),
    Row(limit: .collectionNesting, at: feature(collections(8)), past: feature(collections(9))),
    Row(
      limit: .collectionNesting, at: collections(10), past: collections(11),
      limits: limits { $0.collectionNesting = 10 }),
    Row(
      limit: .numberLength, at: point("0." + String(repeating: "1", count: 398)),
      past: point("0." + String(repeating: "1", count: 399))),
    Row(limit: .coordinate, at: point("100000000"), past: point("100000000.1")),
    Row(limit: .coordinate, at: point("-1e8"), past: point("-1e9")),
    Row(limit: .positions, at: line(70), past: line(71), limits: limits { $0.positions = 70 }),
    Row(limit: .positions, at: line(7), past: line(8), limits: limits { $0.positions = 7 }),
    Row(limit: .positions, at: point("7"), past: line(2), limits: limits { $0.positions = 1 }),
  ]

  @Test(arguments: rows)
  func atAndPast(row: Row) throws {
    _ = try read(row.at, limits: row.limits)
    let error = try #require(throws: GeoJSONError.self) { try read(row.past, limits: row.limits) }
    #expect(error.limit == row.limit)
    #expect(error.message.contains("limit"))
  }

  @Test func theStandardLimits() {
    let limits = ReadingLimits()
    #expect(limits.fileBytes == 512 * 1024 * 1024)
    #expect(limits.nesting == 64)
    #expect(limits.collectionNesting == 8)
    #expect(limits.numberLength == 400)
    #expect(limits.coordinate == 1e8)
    #expect(limits.positions == 10_000_000)
  }

  @Test(arguments: [
    (#"{"type":"Point","coordinates":[180,-90]}"#, true),
    (#"{"type":"Point","coordinates":[180.1,0]}"#, false),
    (#"{"type":"Point","coordinates":[0,90.5]}"#, false), (#"{"type":"Point","coordinates":[]}"#, true),
    (line(3), true), (#"{"type":"LineString","coordinates":[[0,0],[671624,1531711]]}"#, false),
  ])
  func degrees(text: String, within: Bool) throws {
    let error = try read(text).firstPositionOutsideDegrees()
    #expect((error == nil) == within)
    #expect(error?.featureIndex == (within ? nil : 0))
  }
}
