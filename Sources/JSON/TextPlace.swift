/// Where in a text a byte stands: what a message needs. Works on texts that are not JSON up to the byte asked for.
package struct TextPlace {
  package var line: Int
  package var column: Int
  /// How many top-level values end before it.
  package var record: Int
  package var path: JSONPath

  package init(of offset: Int, in buffer: UnsafeBufferPointer<UInt8>) {
    (line, column) = Self.location(of: offset, in: buffer)
    (record, path) = TextWalk.path(to: offset, in: buffer)
  }

  /// Line and column, both from 1; a column is a character (a Unicode scalar), a line ends with a line feed.
  package static func location(
    of offset: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = TextScanner.start(of: buffer)
    let offset = min(max(offset, lineStart), buffer.count)
    for position in lineStart..<max(lineStart, offset) where buffer[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    let characters = buffer[min(lineStart, offset)..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (line, characters + 1)
  }
}

/// Finds the path to a byte without recursion and without trusting the text.
enum TextWalk {
  fileprivate struct Container {
    var isObject: Bool
    var name: String?
    var index = 0

    var component: JSONPathComponent? {
      isObject ? name.map { .name($0) } : .index(index)
    }
  }

  static func path(to offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> (record: Int, path: JSONPath) {
    var scanner = TextScanner(buffer, from: TextScanner.start(of: buffer))
    var open: [Container] = []
    var records = 0
    while true {
      scanner.skipSpace()
      let isName = open.last.map { $0.isObject && $0.name == nil } ?? false
      let byte = scanner.peek()
      guard
        scanner.position < min(offset, buffer.count)
          || (scanner.position == offset && isName && byte == .quote)
      else { break }
      switch byte {
      case .leftBrace: open.append(Container(isObject: true))
      case .leftBracket: open.append(Container(isObject: false))
      case .rightBrace, .rightBracket: _ = open.popLast()
      case .comma: open.next()
      case .quote where isName:
        open.name(scanner.string())
        continue
      case .colon, 0x1E: break
      default:
        scanner.skipScalar()
        if open.isEmpty { records += 1 }
        continue
      }
      scanner.position += 1
      if open.isEmpty, byte == .rightBrace || byte == .rightBracket { records += 1 }
    }
    return (records, open.compactMap(\.component))
  }
}

extension Array where Element == TextWalk.Container {
  fileprivate mutating func next() {
    guard var last = popLast() else { return }
    last.index += 1
    last.name = nil
    append(last)
  }

  fileprivate mutating func name(_ name: String) {
    guard var last = popLast() else { return }
    last.name = name
    append(last)
  }
}
