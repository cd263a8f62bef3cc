/// Why a text was refused, and where.
public struct GeoJSONError: Error, Sendable, Hashable {
  /// What is wrong and what to do, in a sentence without place.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The character in the line, from 1.
  public var column: Int
  /// The feature's place in the collection, from 0; nil where it stands outside the features.
  public var featureIndex: Int?
  /// The feature's id, where it has one and the text is JSON.
  public var featureID: FeatureID?
  /// The path of the member: `features[3].geometry.coordinates[0][2]`; empty at the top.
  public var member: String
  /// The limit that was reached; nil when the text is no valid GeoJSON.
  public var limit: ReadingLimit?

  public init(
    message: String, line: Int, column: Int, featureIndex: Int? = nil, featureID: FeatureID? = nil,
    member: String = "", limit: ReadingLimit? = nil
  ) {
    self.message = message
    self.line = line
    self.column = column
    self.featureIndex = featureIndex
    self.featureID = featureID
    self.member = member
    self.limit = limit
  }
}

extension GeoJSONError: CustomStringConvertible {
  public var description: String {
    var place = "line \(line), column \(column)"
    if let featureIndex { place += ", feature \(featureIndex)" }
    if let featureID { place += " (id \(featureID.text.prefix(80)))" }
    if !member.isEmpty { place += ", \(member)" }
    return "\(place): \(message)"
  }
}
