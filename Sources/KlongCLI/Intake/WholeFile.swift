/// A file of which only those features were read that a report tells of.
struct WholeFile {
  let byteCount: Int
  let digest: String
  let featureCount: Int
  /// For each feature that was read its place in the whole file, and the line on which it begins; both ascend.
  let indices: [Int]
  let lines: [Int]
  /// Ids that more than one feature of the whole file has.
  let repeatedIDs: Set<FeatureIDHash>
}
