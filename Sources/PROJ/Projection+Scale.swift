internal import CPROJ
public import Geometry

/// How a plane draws the ground at one place.
public struct GridScale: Hashable, Sendable {
  /// Metres on the plane for a metre on the ground, along the meridian.
  public var meridional: Double
  /// The same, along the parallel.
  public var parallel: Double
  /// The angle from true north to the plane's north, in degrees, clockwise positive.
  public var convergenceInDegrees: Double
}

extension Projection {
  /// The scale of the plane at a place: 1 means that twelve metres on the ground are twelve metres on the plane.
  ///
  /// - Throws: `PROJError` when the place cannot be shown on the plane.
  public func scale(at place: GeographicPoint) throws(PROJError) -> GridScale {
    _ = try points(from: [place])
    // The projection's own context knows the system already.
    return try forward.object.context.system(system.identifier).factors(at: place)
  }

  /// The scale that the plane's formula has on its own figure of the earth, as other software states it.
  ///
  /// The same as ``scale(at:)`` but for Web Mercator, whose formula knows only a sphere: at Bangkok it claims 1.030
  /// in every direction, while the ground is drawn 1.030 along the parallel and 1.036 along the meridian.
  /// - Throws: `PROJError` when the place cannot be shown on the plane.
  public func nominalScale(at place: GeographicPoint) throws(PROJError) -> GridScale {
    _ = try points(from: [place])
    let context = try Context()
    let listed = try context.system(system.identifier)
    guard let text = proj_as_proj_string(context.handle, listed.pointer, PJ_PROJ_4, nil) else {
      throw .failed(function: "proj_as_proj_string", reason: "\(system.name) has no formula of its own")
    }
    let words = String(cString: text).split(separator: " ").filter { $0 != "+type=crs" }
    let formula = try context.object(
      proj_create(context.handle, words.joined(separator: " ")), "proj_create")
    return try formula.factors(at: place)
  }
}

extension Object {
  fileprivate func factors(at place: GeographicPoint) throws(PROJError) -> GridScale {
    let radians = Double.pi / 180
    let factors = proj_factors(
      pointer, proj_coord(place.longitude * radians, place.latitude * radians, 0, 0))
    let status = proj_errno(pointer)
    let values = [factors.meridional_scale, factors.parallel_scale, factors.meridian_convergence]
    guard status == 0, factors.meridional_scale > 0, values.allSatisfy(\.isFinite) else {
      throw .failed(function: "proj_factors", reason: context.reason(status))
    }
    return GridScale(
      meridional: factors.meridional_scale, parallel: factors.parallel_scale,
      convergenceInDegrees: factors.meridian_convergence / radians)
  }
}
