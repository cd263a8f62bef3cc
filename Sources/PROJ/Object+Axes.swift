internal import CPROJ

extension Object {
  /// Refuses what is no two-dimensional place on the earth: heights alone, geocentric, compound, engineering.
  func requireSystemForPlans(_ name: String) throws(PROJError) {
    switch proj_get_type(pointer) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS: return
    case PJ_TYPE_VERTICAL_CRS: throw .unsuitable(name, reason: "it measures heights, not places")
    case PJ_TYPE_GEOCENTRIC_CRS:
      throw .unsuitable(name, reason: "it counts from the centre of the earth, which is no plan")
    default: throw .unsuitable(name, reason: "it is neither a geographic nor a projected system")
    }
  }

  /// The unit of both axes, once they are known to run east and north.
  func unit(of name: String) throws(PROJError) -> CoordinateReferenceSystem.Unit {
    let system = try context.object(
      proj_crs_get_coordinate_system(context.handle, pointer), "proj_crs_get_coordinate_system")
    let (first, second) = (try system.axis(0), try system.axis(1))
    guard [first.direction, second.direction].sorted() == ["east", "north"] else {
      throw .unsuitable(
        name, reason: "its axes run \(first.direction) and \(second.direction), not east and north")
    }
    guard proj_get_type(pointer) != PJ_TYPE_PROJECTED_CRS else {
      return first.factor == 1 ? .metres : .other(name: first.unit, metres: first.factor)
    }
    guard first.unit == "degree" else {
      throw .unsuitable(name, reason: "its angles are not degrees but \(first.unit)")
    }
    return .degrees
  }

  /// One axis: its direction, its unit's name, and that unit in metres or radians.
  private func axis(
    _ index: Int32
  ) throws(PROJError) -> (direction: String, unit: String, factor: Double) {
    var direction: UnsafePointer<CChar>?
    var unit: UnsafePointer<CChar>?
    var factor = 0.0
    let found = proj_cs_get_axis_info(
      context.handle, pointer, index, nil, nil, &direction, &factor, &unit, nil, nil)
    try context.check(found, "proj_cs_get_axis_info")
    return (direction.map { String(cString: $0) } ?? "", unit.map { String(cString: $0) } ?? "", factor)
  }
}
