/// Walks text that has passed the check, without tokens: for values that are read when they are asked for.
///
/// On text that has not passed it may find nonsense, but stays inside the buffer and comes to an end.
package struct TextScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  package var position: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Behind the byte order mark, where there is one.
  package static func start(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The byte at a place; 0 behind the end.
  @inline(__always)
  func byte(_ at: Int) -> UInt8 { at < bytes.count && at >= 0 ? bytes[at] : 0 }

  /// The byte at the position; 0 behind the end.
  @inline(__always)
  package func peek() -> UInt8 { byte(position) }

  package mutating func skipSpace() {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
  }

  /// Steps over a value, with all that is in it.
  package mutating func skipValue() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case .quote: skipString()
      case .leftBrace, .leftBracket:
        depth += 1
        position += 1
      case .rightBrace, .rightBracket:
        depth -= 1
        position += 1
      case .comma, .colon: position += 1
      case let byte where byte.isSpace: position += 1
      default: skipScalar()
      }
      if depth <= 0 { return }
    }
  }

  /// Steps over a string, number or literal: at least one byte.
  package mutating func skipScalar() {
    if peek() == .quote { return skipString() }
    position += 1
    while position < bytes.count, !bytes[position].endsScalar { position += 1 }
  }

  mutating func skipString() {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case .quote:
        position += 1
        return
      case .backslash: position += 2
      default: position += 1
      }
    }
    position = bytes.count
  }

  /// Steps to the next member of an object, at whose brace or whose last value's end it stands.
  ///
  /// The bytes of its name come back, between its quotes; the position is left at the value. Nil at the end of
  /// the object, which is stepped over.
  package mutating func nextMember() -> Range<Int>? {
    skipSpace()
    if peek() == .leftBrace || peek() == .comma {
      position += 1
      skipSpace()
    }
    guard peek() == .quote else {
      if peek() == .rightBrace { position += 1 }
      return nil
    }
    let start = position + 1
    skipString()
    let name = start..<max(start, position - 1)
    skipSpace()
    if peek() == .colon { position += 1 }
    skipSpace()
    return name
  }

  /// Steps to the next element of an array in the same way; false at its end.
  package mutating func nextElement() -> Bool {
    skipSpace()
    if peek() == .leftBracket || peek() == .comma {
      position += 1
      skipSpace()
    }
    guard position < bytes.count, peek() != .rightBracket else {
      position = min(position + 1, bytes.count)
      return false
    }
    return true
  }

  /// Goes to the value at a path; false, at a place that means nothing, when there is none.
  mutating func descend(_ path: JSONPath) -> Bool {
    skipSpace()
    for component in path {
      switch component {
      case .name(let name):
        guard peek() == .leftBrace, find(name) else { return false }
      case .index(let index):
        guard peek() == .leftBracket, index >= 0 else { return false }
        for step in 0...index {
          guard nextElement() else { return false }
          if step < index { skipValue() }
        }
      }
    }
    return position < bytes.count
  }

  /// Goes from an object's brace to the value of a member; false when it has none of that name.
  package mutating func find(_ name: String) -> Bool {
    while let bytes = nextMember() {
      if isName(bytes, name) { return true }
      skipValue()
    }
    return false
  }

  /// Whether the bytes between two quotes stand for a name, whatever escapes they use.
  package func isName(_ range: Range<Int>, _ name: String) -> Bool {
    let raw = UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
    if raw.count == name.utf8.count { return raw.elementsEqual(name.utf8) && !raw.contains(.backslash) }
    guard raw.count > name.utf8.count, raw.contains(.backslash) else { return false }
    return Self.text(of: raw).utf8.elementsEqual(name.utf8)
  }
}
