internal import JSON

/// Finds where features begin and end in a piece of the text between `"features": [` and its bracket.
struct FeatureBorders {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Behind the last whole feature, or at the bracket that closes them.
  private(set) var position = 0

  enum Found {
    case feature(Range<Int>)
    case end
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next border; nil where the piece ends before the feature does.
  ///
  /// - Parameter isFirst: whether no comma is awaited.
  mutating func next(isFirst: Bool) throws(NotStreamable) -> Found? {
    var at = position
    skipSpace(&at)
    guard at < bytes.count else { return nil }
    if bytes[at] == Sign.rightBracket {
      position = at
      return .end
    }
    if !isFirst {
      guard bytes[at] == Sign.comma else { throw NotStreamable("a comma is missing between features") }
      at += 1
      skipSpace(&at)
      guard at < bytes.count else { return nil }
    }
    guard bytes[at] == Sign.leftBrace else { throw NotStreamable("a feature is no object") }
    guard let end = endOfObject(from: at) else { return nil }
    position = end
    return .feature(at..<end)
  }

  private func skipSpace(_ at: inout Int) {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  /// Whether brackets match is not asked: the reader of the feature does.
  private func endOfObject(from start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < bytes.count {
      skipPlainWords(&at)
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      switch byte {
      case Sign.quote:
        guard skipString(&at) else { return nil }
      case Sign.leftBrace: depth += 1
      case Sign.rightBrace:
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
    }
    return nil
  }

  /// Steps over eight bytes at a time as long as there is neither a quote nor a brace among them.
  ///
  /// Coordinates are most of any file, and have neither. The test for a zero byte is the one of Alan Mycroft (1987); with
  /// the bits of 6 set both braces become 0x7F.
  @inline(__always)
  private func skipPlainWords(_ at: inout Int) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while at + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let quotes = word ^ 0x2222_2222_2222_2222
      let braces = (word | 0x0606_0606_0606_0606) ^ 0x7F7F_7F7F_7F7F_7F7F
      guard (Self.zeroes(quotes) | Self.zeroes(braces)) == 0 else { return }
      at += 8
    }
  }

  @inline(__always)
  private static func zeroes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private func skipString(_ at: inout Int) -> Bool {
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Sign.quote {
        at += 1
        return true
      }
      at += byte == Sign.backslash ? 2 : 1
    }
    return false
  }
}
