import JSON
import Testing

/// Rows in the manner of JSONTestSuite (Seriot 2016): what must be read, what must be refused, and what we chose.
@Suite struct AcceptedAndRefusedTests {
  @Test(arguments: [
    "null", "true", " false ", "0", "-0", "0e1", "0E+1", "-0.5", "1.5e-7", "123456789012345678901234567890",
    "1e308", "-1e308", "5e-324", "1e-999", "-1e-400", "0e999", #""""#, #""a""#, #""\u0061\n\/\"\\""#,
    #""\uD834\uDD1E""#,
    #""\u0000""#, "\"\u{7f}\"", "\"\u{2028}\u{2029}\"", "\"ก้\u{10FFFF}\"", "[]", "[ ]", "[1,2]", "{}", "{ }",
    #"{"a":1,"b":[{}]}"#, "\n\t\r [\r\n1 ]\n", #"{"":0}"#, "\u{FEFF}[1]", "\u{FEFF} 1", "\u{FEFF}1",
    "\u{FEFF}\"x\"",
    #"{"a":1,"A":2}"#, "{\"é\":1,\"e\u{301}\":2}", "[\"\\ufffe\"]",
  ])
  func accepted(text: String) throws {
    _ = try JSONDocument(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    "", " ", "\u{FEFF}", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", "{,}",
    "{\"a\"",
    "{\"a\":", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\",1}", "{\"a\"::1}", "{1:1}", "{a:1}",
    "{'a':1}",
    "['a']", "[a]", "[1]]", "[1]x", "[1] [2]", "1 2", "[1}", "{\"a\":1]", "[\"a]", "\"", "\"a", "\"\\\"",
    "\"\\\"",
    "01", "-01", "+1", "-", ".5", "1.", "1.e1", "1e", "1e+", "1ee1", "0x1", "1_000", "1a", "-a", "--1", "1-1",
    "- 1",
    "1e999", "-1e999", "NaN", "nan", "Infinity", "-Infinity", "inf", "tru", "True", "truee", "nul", "nulll",
    "fals e",
    #""\a""#, #""\u""#, #""\u12""#, #""\u12G4""#, #""\x41""#, #""\uD800""#, #""\uDC00""#, #""\uD800\u0041""#,
    #""\uD800\uD800""#, "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "[\u{c}]", "[1\u{a0}]", "[\u{2028}1]", "\u{1}",
    "[1\u{0}]",
    "/* */ 1", "[1 // x\n]", "[1]#", "{\"a\":1,\"a\":2}", #"{"a":1,"\u0061":2}"#, "{\"a\":{\"b\":1,\"b\":1}}",
    "\u{1e}{}", "{}\n{}", "\"a\"\"b\"", "\"a\"b", "1\"a\"", "[1\"a\"]", "{\"a\":1}}", "\u{1a}", "[\u{c}1]",
    "{\"a\"\u{1a}1}",
  ])
  func refused(text: String) {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
  }

  @Test(
    arguments: [
      [0x22, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
      [0x22, 0xE0, 0x80, 0x80, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xF0, 0x9F], [0xFF, 0xFE, 0x31, 0x00],
      [0xFE, 0xFF, 0x00, 0x31],
      [0x31, 0x00], [0x00, 0x31], [0x00, 0x00, 0x00, 0x31], [0xEF, 0xBB, 0x31], [0x5B, 0xFF, 0x5D], [0x00],
    ] as [[UInt8]])
  func refusedBytes(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
  }
}
