/// How much is read before a file is refused, however valid it is.
///
/// The figures are promise 13 of the project's reliability page; each can be raised.
public struct ReadingLimits: Sendable, Hashable {
  /// The size of the file, in bytes: 512 MiB.
  public var fileBytes = 512 << 20
  /// JSON arrays and objects in one another: 64. More than 512 are never read.
  public var nesting = 64
  /// GeometryCollections in one another, the outermost counted: 8.
  public var collectionNesting = 8
  /// The characters of one number: 400.
  public var numberLength = 400
  /// The largest size of a coordinate, in whatever unit: 1e8.
  public var coordinate = 1e8
  /// The positions of all features together: 10 million.
  public var positions = 10_000_000

  public init() {}
}

/// Which limit was reached.
public enum ReadingLimit: String, Sendable, Hashable, CaseIterable {
  case fileBytes, nesting, collectionNesting, numberLength, coordinate, positions
  /// The machine's memory, which is no option.
  case memory
}
