/// The strip between the land and a public road that people may cross, though it belongs to neither.
public enum RoadGap {
  /// As far as this a road touches what it serves, in metres: people draw roads by their middle.
  public static let drawn = 1.0
  /// Wider strips, such as a verge or a ditch beside the road, in metres: supposed only where there is no other way
  /// in, and told.
  public static let tried = [3.0, 6.0, 10.0]
}
