/// Why a coordinate reference system or a coordinate was refused.
///
/// An index is that of the point in the array that was given, so that the caller can name the feature.
public enum PROJError: Error, Hashable, Sendable {
  /// The name is none of the spellings that are taken; PROJ never saw it.
  case nameNotTaken(String)
  /// The name is well formed, but PROJ's database has no such system.
  case noSuchSystem(String)
  /// The system exists, but no plan can be made or read in it.
  case unsuitable(String, reason: String)
  /// PROJ knows no way between the two systems at this place that states how good it is.
  case noOperation(from: String, to: String)
  /// A coordinate is NaN or infinite.
  case notFinite(index: Int)
  /// A coordinate cannot be degrees of longitude and latitude, in this order.
  case notDegrees(index: Int)
  /// The place is too far from where the system, or the operation, is meant to be used.
  case outsideArea(index: Int, system: String, area: String)
  /// PROJ refused the coordinate.
  case notTransformed(index: Int, reason: String)
  /// `proj.db` cannot be found or read.
  case databaseMissing
  /// A C function failed though it was given what it asks for.
  case failed(function: String, reason: String)
}

extension PROJError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nameNotTaken(let name):
      "\u{201C}\(name)\u{201D} is not a coordinate system name that is taken here; "
        + "write EPSG:n (for example EPSG:32647) or OGC:CRS84"
    case .noSuchSystem(let name): "there is no coordinate system \(name) in PROJ's database"
    case .unsuitable(let name, let reason): "\(name) cannot be used: \(reason)"
    case .noOperation(let source, let target):
      "PROJ knows no way from \(source) to \(target) at this place that states how accurate it is"
    case .notFinite(let index): "point \(index) has a coordinate that is not a finite number"
    case .notDegrees(let index):
      "point \(index) is not longitude (-180 to 180) and latitude (-90 to 90) in degrees, in this order"
    case .outsideArea(let index, let system, let area):
      "point \(index) lies outside the area of use of \(system) (\(area))"
    case .notTransformed(let index, let reason): "PROJ cannot transform point \(index): \(reason)"
    case .databaseMissing: "PROJ's database proj.db is missing; install the package proj-data"
    case .failed(let function, let reason): "\(function) failed: \(reason)"
    }
  }
}

extension PROJError {
  /// The point that was refused, by its index in the array that was given; nil when no point is to blame.
  public var index: Int? {
    switch self {
    case .notFinite(let index), .notDegrees(let index), .outsideArea(let index, _, _),
      .notTransformed(let index, _):
      index
    default: nil
    }
  }
}
