public import Settlement

/// Why no layout can be made from what was given.
public enum PlanningError: Error, Sendable {
  case noSite
  case noWater
  /// The setback depends on something that nobody said, such as the canal's width.
  case unknownSetback(canal: FeatureReference, missing: String)
  /// The rule book has no number for this water.
  case noSetbackNumber(canal: FeatureReference, reason: String)
  /// The whole site lies in the water or its setback.
  case nothingLeftToPlan
  /// No road or access point touches the site; the nearest is this far away, nil when none is drawn.
  case noEntrance(nearestMetres: Double?)
  /// Plots would fit, but no way of a lane's width leads to any of them: the road touches too little of the site.
  case noWayIn(plots: Int, laneMetres: Double)
  case unusableSize(String)
  /// A shape in the input could not be worked with.
  case shape(String)
  case cancelled
}

extension PlanningError {
  /// A road nearer to the land would help.
  var isForLackOfAWayIn: Bool {
    switch self {
    case .noEntrance(nearestMetres: .some), .noWayIn: true
    default: false
    }
  }
}

extension PlanningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSite: "there is no site: no land that may be planned"
    case .noWater: "there is no canal and no bank line to lay plots along"
    case .unknownSetback(let canal, let missing):
      "\(canal): the setback depends on the \(missing), which is not given"
    case .noSetbackNumber(let canal, let reason): "\(canal): the rule book gives no setback: \(reason)"
    case .nothingLeftToPlan: "the whole site lies in the water or within its setback"
    case .noEntrance(.none): "no public road and no access point is drawn, so nobody could come in"
    case .noEntrance(.some(let metres)):
      "no public road or access point touches the site: the nearest is \(metres.rounded()) m away"
    case .noWayIn(let plots, let metres):
      "there is room for plots, \(plots) of them, but no lane of \(metres) m leads to them from a public road"
    case .unusableSize(let what): what
    case .shape(let what): what
    case .cancelled: "stopped before the first layout was found"
    }
  }
}
