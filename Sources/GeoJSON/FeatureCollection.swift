public import JSON

/// A GeoJSON text (RFC 7946) that was read and found valid.
public struct FeatureCollection: Sendable {
  /// How the text holds its features.
  public enum Form: Sendable, Hashable {
    /// A FeatureCollection.
    case collection
    /// One Feature.
    case feature
    /// One geometry, without a Feature around it.
    case geometry
    /// Texts behind record separators (RFC 8142).
    case textSequence
    /// A Feature a line.
    case lines
  }

  public let form: Form
  /// The features in their order.
  public let features: [Feature]

  let source: [UInt8]
  /// The objects at the top that say something about the whole.
  let roots: [RootObject]

  /// The members of the collection besides `type` and `features`: `bbox`, `crs`, foreign ones.
  ///
  /// Read from the text when asked for. Of a text without a collection only `crs`.
  public var members: JSONObject {
    var merged = MergedMembers()
    for root in roots { _ = merged.merge(root.members(in: source)) }
    var members = JSONObject(checked: merged.members)
    // A box of one text of several is not the box of all.
    if roots.count > 1 { members["bbox"] = nil }
    return members
  }

  /// The bounding box that the file gives, as it is written there.
  public var bbox: [Double]? { members["bbox"]?.array?.compactMap(\.double) }
}

extension RootObject {
  /// What it says about the whole.
  func members(in source: [UInt8]) -> JSONObject {
    let isCollection = type == .collection
    return source.members(of: text, skipping: features) {
      isCollection ? $0 != "type" && $0 != "features" : $0 == "crs"
    }
  }
}
