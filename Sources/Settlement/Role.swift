/// What a feature is in a settlement: the value of its property `kind`.
public enum Role: String, CaseIterable, Hashable, Sendable {
  // What a planner gives.
  case site, canal, bank, road, access, lane, house, keep, parcel, plot, shared
  // What klong gives back besides.
  case building, walkway, setback, finding
  /// The ground of a lane whose centre line is another feature.
  case laneArea = "lane_area"
}
