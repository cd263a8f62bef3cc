import GeoJSON
import TestSupport
import Testing

/// The streaming readers against the whole-file reader.
@Suite struct StreamingTests {
  /// Blocks of a text that comes in pieces of a size.
  private static func features(_ text: String, piece: Int, block: Int) throws -> [String] {
    var rest = Array(text.utf8)[...]
    let reader = FeatureBlockReader(blockBytes: block) { buffer in
      let part = rest.prefix(min(piece, buffer.count))
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    var found: [String] = []
    while let block = try reader.next() {
      #expect(block.firstIndex == found.count)
      found += block.features.map { String(decoding: block.bytes[$0], as: UTF8.self) }
    }
    #expect(try reader.frame().features.isEmpty)
    return found
  }

  private static let own = [
    #"{"type":"Feature","geometry":null,"properties":{"a":"} ] \" ,"}}"#, #"{"b":[{"c":{}}],"d":"\\"}"#, "{}",
  ]

  @Test(arguments: [1, 3, 1000], [1, 7, 4096])
  func cutsWhereFeaturesEnd(piece: Int, block: Int) throws {
    let text =
      " {\"name\":[1],\"type\":\"FeatureCollection\",\"features\" : [\n \(Self.own.joined(separator: " ,\n")) ] ,\"x\":1}\n"
    #expect(try Self.features(text, piece: piece, block: max(block, 64)) == Self.own)
    #expect(try Self.features(#"{"type":"FeatureCollection","features":[]}"#, piece: piece, block: 64) == [])
  }

  @Test(arguments: [
    "", "[]", #"{"type":"Feature"}"#, #"{"type":"FeatureCollection","features":[{}"#,
    #"{"type":"FeatureCollection","features":[{},]}"#, #"{"type":"FeatureCollection","features":[{} {}]}"#,
    #"{"type":"FeatureCollection","features":[1]}"#, #"{"crs":1,"type":"FeatureCollection","features":[]}"#,
    #"{"type":"FeatureCollection","features":[]"#, #"{"type":"FeatureCollection","features":[]} x"#,
  ])
  func refuses(text: String) {
    #expect(throws: (any Error).self) { try Self.features(text, piece: 5, block: 64) }
  }

  private static let plain = [
    #"{"type":"Feature","id":7,"properties":{"kind":"house","n":-1.5,"ok":true,"name":"บ้าน"},"geometry":{"type":"Polygon","coordinates":[[[100.6039508612345678,13.84],[100.7,13.8],[100.6,13.9],[100.6039508612345678,13.84]]]}}"#,
    #"{"geometry":{"type":"Point","coordinates":[ -1.25 , 0 ]},"type":"Feature","properties":{}}"#,
  ]

  /// What the scanner takes the reader takes, with the same doubles; and it takes the plain ones.
  @Test(arguments: 0..<6)
  func scansOnlyWhatIsRight(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let special = Array("{}[]\",:\\0-.eE \ntnu9d".utf8) + [0, 0x80, 0xC3, 0xE0, 0xED, 0xF4, 0xFF]
    var taken = 0
    for round in 0..<4000 {
      var bytes = Array(Self.plain[round % 2].utf8)
      for _ in 0..<(round < 2 ? 0 : Int.random(in: 1...3, using: &random)) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = special.randomElement(using: &random) ?? 0
        case 1: bytes.insert(special.randomElement(using: &random) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      var scanner = PlainFeatureScanner(strange: [])
      guard let feature = bytes.withUnsafeBufferPointer({ scanner.scan($0) }) else {
        #expect(round >= 2)
        #expect(scanner.positions.isEmpty)
        continue
      }
      taken += 1
      let read = try FeatureCollection(reading: bytes)
      let geometry = try #require(read.features.first?.geometry)
      var positions: [Double] = []
      geometry.forEachPosition { position in
        positions += [position.x, position.y]
        return true
      }
      #expect(scanner.positions == (feature.isPoint ? positions : positions.dropLast(2)))
      let more = (feature.hasProperties ? "," : "") + #""more":1"#
      let longer = bytes[..<feature.propertiesEnd] + Array(more.utf8) + bytes[feature.propertiesEnd...]
      #expect(read.features[0].bytes(adding: [("more", 1)]) == Array(longer.drop { $0 <= 0x20 }))
    }
    #expect(taken > 60)
  }
}
