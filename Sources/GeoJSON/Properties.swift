public import JSON

/// The properties of a feature, read from its text when they are asked for.
///
/// Looking up one costs a walk over the text of the properties; take ``object`` where many are needed.
public struct Properties: Sendable {
  let source: [UInt8]
  let text: TextRange

  /// The value of a property; nil where there is none of this name.
  public subscript(name: String) -> JSONValue? {
    source.withUnsafeBufferPointer { buffer in
      var scanner = TextScanner(buffer, from: text.start)
      guard text.start < text.end, scanner.peek() == .leftBrace, scanner.find(name) else { return nil }
      return scanner.value()
    }
  }

  /// All properties in the order of the text; empty where the file says null.
  public var object: JSONObject {
    guard text.start < text.end else { return [:] }
    return source.members(of: text) { _ in true }
  }
}
