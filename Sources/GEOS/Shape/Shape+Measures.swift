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
}
