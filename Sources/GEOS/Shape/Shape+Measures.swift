internal import CGEOS
public import Geometry

extension Shape {
  /// The length of lines and of the edges of areas, in metres.
  public func lengthInMetres(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Double {
    try measured("GEOSLength_r", limit) { GEOSLength_r($0, $1, $2) }
  }

  /// The area in square metres, as GEOS counts it; `areaInSquareMetres` is the same without the crossing.
  public func area(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Double {
    try measured("GEOSArea_r", limit) { GEOSArea_r($0, $1, $2) }
  }

  /// How far a corner must be moved at least to make the shape invalid, in metres; infinity where nothing can.
  ///
  /// Rounding that moves no corner by half of it leaves a valid shape valid.
  public func minimumClearance(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Double {
    guard positionCount > 1 else { return .infinity }
    // Unlike the others it answers 0 for success.
    return try measured("GEOSMinimumClearance_r", limit) { GEOSMinimumClearance_r($0, $1, $2) == 0 ? 1 : 0 }
  }
}
