import JSON
import TestSupport
import Testing

/// Nothing may end the process; what is read must come back from its own text.
@Suite struct HostileTextTests {
  static let sample = Array(
    """
    {"type":"FeatureCollection","ชื่อ":"คลอง\\u0e01\\ud83d\\ude00","features":[{"id":1.50e-3,"ok":true,"no":false,
    "n":null,"a":[1,-2,[],{}],"s":"\\"\\\\\\n/"},{"id":"x","deep":{"a":{"b":[0.1,{"c":[[]]}]}}}]}
    """.utf8)

  @Test func cutAnywhere() {
    for count in 0..<Self.sample.count {
      #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(Self.sample[..<count])) }
    }
  }

  @Test(arguments: 0..<8)
  func flipped(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let special = Array("{}[]\",:\\0-.eE\u{1e}\n tnu".utf8) + [0, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
    for _ in 0..<1500 {
      var bytes = Self.sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = special.randomElement(using: &random) ?? 0
        case 2: bytes.insert(special.randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      do {
        let value = try JSONDocument(parsing: bytes).value
        #expect(try JSONDocument(parsing: value.serialized()).value == value)
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
        #expect(error.description.utf8.count < 2000)
      }
    }
  }
}
