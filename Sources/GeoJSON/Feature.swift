public import JSON

/// A feature that was read: its geometry as values, all else as the text it came from.
///
/// Features share the text of their file, so that a copy costs nothing and every byte can be written back.
public struct Feature: Sendable {
  /// The place in the collection, from 0.
  public let index: Int
  public let id: FeatureID?
  /// Nil where the file says null or has an empty Point.
  public let geometry: FeatureGeometry?
  /// Whether it was a bare geometry, without a Feature around it.
  public let isBareGeometry: Bool

  let source: [UInt8]
  let text: TextRange
  let propertiesText: TextRange
  let geometryText: TextRange

  /// The properties, read from the text when they are asked for.
  public var properties: Properties { Properties(source: source, text: propertiesText) }

  /// All members that RFC 7946 does not name, and `bbox`.
  public var members: JSONObject {
    guard !isBareGeometry else { return [:] }
    return source.members(of: text) { !["type", "id", "geometry", "properties"].contains($0) }
  }

  /// The bounding box that the file gives, as it is written there.
  public var bbox: [Double]? { members["bbox"]?.array?.compactMap(\.double) }

  /// Where the feature begins, counted from 1.
  public var location: (line: Int, column: Int) {
    source.withUnsafeBufferPointer { TextPlace.location(of: text.start, in: $0) }
  }

  /// The bytes of the feature as they were read.
  public var bytes: [UInt8] { Array(source[text.range.clamped(to: source.indices)]) }
}

/// A piece of a text. Four-byte offsets, because there are millions and no text is larger than 4 GB.
struct TextRange: Sendable, Hashable {
  private let lower: UInt32
  private let upper: UInt32

  init(_ range: Range<Int>) {
    lower = UInt32(clamping: range.lowerBound)
    upper = UInt32(clamping: range.upperBound)
  }

  var start: Int { Int(lower) }
  var end: Int { Int(upper) }
  var range: Range<Int> { start..<end }
}

extension [UInt8] {
  /// The members of the object at a place that pass a test of their name; the value at `skipped` is stepped over.
  func members(
    of text: TextRange, skipping skipped: TextRange? = nil, where isWanted: (String) -> Bool
  ) -> JSONObject {
    withUnsafeBufferPointer { buffer in
      var scanner = TextScanner(buffer, from: text.start)
      var members: [JSONObject.Member] = []
      guard scanner.peek() == .leftBrace else { return [:] }
      while let name = scanner.nextMember().map(scanner.text) {
        if let skipped, scanner.position == skipped.start {
          scanner.position = skipped.end
        } else if isWanted(name) {
          members.append(.init(name: name, value: scanner.value()))
        } else {
          scanner.skipValue()
        }
      }
      return JSONObject(checked: members)
    }
  }
}
