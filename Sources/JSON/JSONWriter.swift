/// Writes a value too large to be held, piece by piece: the bytes of ``JSONValue/serialized(pretty:)`` of the whole.
public struct JSONWriter {
  /// How much is gathered before it is put.
  private static let chunkSize = 64 << 10

  private let isPretty: Bool
  private let put: ([UInt8]) throws -> Void
  private var pending: [UInt8] = []
  /// For each object or array that is open, whether something was written into it.
  private var open: [Bool] = []
  private var isAfterName = false

  /// - Parameter put: Takes the next bytes.
  public init(pretty: Bool = false, put: @escaping ([UInt8]) throws -> Void) {
    isPretty = pretty
    self.put = put
    pending.reserveCapacity(2 * Self.chunkSize)
  }

  /// Writes an object: the members that `body` writes.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) throws {
    try container(.leftBrace, .rightBrace, body)
  }

  /// Writes an array of objects or arrays: the elements that `body` writes.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) throws {
    try container(.leftBracket, .rightBracket, body)
  }

  /// Writes the name of a member of the open object; its value comes next.
  public mutating func name(_ name: String) {
    begin()
    pending.append(quoting: name)
    pending.append(contentsOf: isPretty ? ": ".utf8 : ":".utf8)
    isAfterName = true
  }

  /// Writes a whole value.
  public mutating func value(_ value: JSONValue) throws {
    begin()
    pending.append(value, indent: isPretty ? open.count : nil)
    if pending.count >= Self.chunkSize { try flush() }
  }

  /// Writes members of the open object.
  public mutating func members(_ object: JSONObject) throws {
    for member in object {
      name(member.name)
      try value(member.value)
    }
  }

  /// Ends the text with a line feed.
  public mutating func finish() throws {
    pending.append(0x0A)
    try flush()
  }

  private mutating func container(
    _ left: UInt8, _ right: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) throws {
    begin()
    pending.append(left)
    open.append(false)
    try body(&self)
    if open.popLast() == true { breakLine() }
    pending.append(right)
  }

  private mutating func begin() {
    if isAfterName {
      isAfterName = false
      return
    }
    guard let isFilled = open.last else { return }
    if isFilled { pending.append(.comma) }
    open[open.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    pending.append(0x0A)
    pending.append(contentsOf: repeatElement(0x20, count: open.count * 2))
  }

  private mutating func flush() throws {
    try put(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
