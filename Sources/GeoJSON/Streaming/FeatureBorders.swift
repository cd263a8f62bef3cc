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
      let byte = bytes[at]
      at += 1
      // Digits, blanks, points and commas lie below the brackets and letters.
      if byte < 0x5B, byte != Sign.quote { continue }
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
