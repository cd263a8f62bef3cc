/// Some features of a FeatureCollection, as they are written.
public struct FeatureBlock: Sendable {
  public let bytes: [UInt8]
  /// Where each feature's text lies in the bytes.
  public let features: [Range<Int>]
  /// The place of the first of them in the collection.
  public let firstIndex: Int
  /// The line of the file on which the bytes begin, counted from 1; 0 where lines are not counted.
  public let firstLine: Int
}

/// Why a text cannot be read feature by feature; the whole-file reader has to say what is the matter.
public struct NotStreamable: Error, Sendable, Hashable {
  public var reason: String

  public init(_ reason: String) { self.reason = reason }
}
