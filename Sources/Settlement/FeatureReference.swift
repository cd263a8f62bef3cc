/// Which feature of which file a thing came from, so that every message can name it.
public struct FeatureReference: Hashable, Sendable {
  /// The file as the user named it; nil for things klong made itself.
  public var file: String?
  /// Position in the file's list of features, from 0.
  public var index: Int
  /// The feature's `id` as written, if it has one.
  public var id: String?

  public init(file: String? = nil, index: Int = 0, id: String? = nil) {
    self.file = file
    self.index = index
    self.id = id
  }
}

extension FeatureReference: CustomStringConvertible {
  public var description: String {
    let name = id.map { "feature \(index) (id \($0))" } ?? "feature \(index)"
    return file.map { "\($0): \(name)" } ?? name
  }
}
