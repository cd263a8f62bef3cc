/// The member names that mean something to RFC 7946.
enum MemberName: String, CaseIterable {
  case type, id, bbox, geometry, properties, features, coordinates, geometries
}

/// The types of RFC 7946.
enum ObjectType: String, CaseIterable {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case lineString = "LineString"
  case multiLineString = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"
  case geometryCollection = "GeometryCollection"
  case feature = "Feature"
  case featureCollection = "FeatureCollection"

  /// Whether it holds its place in `coordinates`.
  var hasCoordinates: Bool {
    switch self {
    case .geometryCollection, .feature, .featureCollection: false
    default: true
    }
  }
}

/// Words by their bytes, so that no string is made to compare one.
struct WordTable<Word: Sendable>: Sendable {
  private let words: [(bytes: [UInt8], word: Word)]

  init(_ words: [(String, Word)]) { self.words = words.map { (Array($0.0.utf8), $0.1) } }

  func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Word? {
    for (candidate, word) in words where candidate.count == bytes.count && Self.equal(candidate, bytes) {
      return word
    }
    return nil
  }

  @inline(__always)
  private static func equal(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<min(word.count, bytes.count) where word[index] != bytes[index] { return false }
    return true
  }
}

enum Words {
  static let members = WordTable(MemberName.allCases.map { ($0.rawValue, $0) })
  static let types = WordTable(ObjectType.allCases.map { ($0.rawValue, $0) })
}
