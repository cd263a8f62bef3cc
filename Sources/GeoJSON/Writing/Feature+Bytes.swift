public import JSON

extension Feature {
  /// The feature as it was read, to the byte, with properties added behind its own.
  ///
  /// - Parameter adding: An own property of one of these names gets the new value in its old place.
  public func bytes(adding: [(String, JSONValue)]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(passing: self, adding: adding, geometry: nil)
    return bytes
  }
}
