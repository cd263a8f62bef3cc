/// A file read whole.
public struct InputFile: Sendable {
  /// As it was named on the command line; `-` is standard input.
  public let path: String
  public let bytes: [UInt8]
  /// Nil for a pipe or a terminal.
  public let identity: FileIdentity?

  /// SHA-256 of the bytes, in 64 hexadecimal digits.
  public var sha256: String { SHA256.hexadecimal(of: bytes) }

  /// Promise 13: 512 MB unless an option says otherwise.
  public static let standardMaximumBytes = 512 << 20
  /// Room past the bytes, so that simdjson can look at them without a copy (SIMDJSON_PADDING is 32 in 3.0).
  static let padding = 64
}
