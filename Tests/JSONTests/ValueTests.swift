import JSON
import TestSupport
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    (#"{"b":1.0,"a":[true,null,"x"],"c":{}}"#, #"{"b":1.0,"a":[true,null,"x"],"c":{}}"#),
    (#" [ 1e2 , -0.50 ] "#, "[1e2,-0.50]"),
    (#""\u0041\/\u00e9\u0e01\ud83d\ude00""#, "\"A/éก😀\""),
    (#""\"\\\b\f\n\r\t\u0001\u001f\u007f""#, "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u{7f}\""),
    ("\"\u{2028}\u{2029}\"", "\"\u{2028}\u{2029}\""),
    (#"{"\u0061\n":1}"#, #"{"a\n":1}"#),
  ])
  func serialized(text: String, expected: String) throws {
    let value = try JSONDocument(parsing: Array(text.utf8)).value
    #expect(String(decoding: value.serialized(), as: UTF8.self) == expected)
  }

  @Test func pretty() {
    let value: JSONValue = ["a": [1, 2], "b": [["c": nil]], "d": [:], "e": []]
    let expected = """
      {
        "a": [1, 2],
        "b": [
          {
            "c": null
          }
        ],
        "d": {},
        "e": []
      }
      """
    #expect(String(decoding: value.serialized(pretty: true), as: UTF8.self) == expected)
  }

  @Test func anObjectKeepsItsOrder() {
    var object: JSONObject = ["b": 1, "a": 2, "b": 3]
    #expect(object.names == ["b", "a"])
    #expect(object["b"] == 3)
    object["b"] = "x"
    object["c"] = nil
    object["d"] = 4
    object["a"] = nil
    #expect(JSONValue.object(object).serialized() == Array(#"{"b":"x","d":4}"#.utf8))
  }

  @Test func namesThatUnicodeHoldsEqualAreTwo() throws {
    let object = try #require(JSONDocument(parsing: Array("{\"e\u{301}\":1,\"é\":2}".utf8)).value.object)
    #expect(object["\u{e9}"] == 2)
    #expect(object["e\u{301}"] == 1)
  }

  /// Any value comes back from its text, and its text from it.
  @Test func roundTrip() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let value = Self.value(depth: 5, &random)
      for pretty in [false, true] {
        let bytes = value.serialized(pretty: pretty)
        let again = try JSONDocument(parsing: bytes).value
        #expect(again == value)
        #expect(again.serialized(pretty: pretty) == bytes)
      }
    }
  }

  static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number(JSONNumber(Int.random(in: -1000...1000, using: &random)))
    case 3:
      return .number(
        JSONNumber(
          Double(bitPattern: random.next()).isFinite ? Double.random(in: -1e9...1e9, using: &random) : 0.5))
    case 4, 5: return .string(string(&random))
    case 6:
      return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0...20, using: &random)).map { _ in
            (string(&random), value(depth: depth - 1, &random))
          }))
    }
  }

  static func string(_ random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let top: UInt32 = [0x7F, 0x7F, 0xE7F, 0x10FFFF].randomElement(using: &random) ?? 0x7F
      text.append(Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) ?? "x")
    }
    return String(text)
  }
}
