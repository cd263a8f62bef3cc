import GEOS
import Geometry

/// Where the way that a bay fronts on ends beside the bay.
struct FrontEnds {
  let ways: Shape
  let entrances: Shape
  let frame: Frame
  let rules: LayoutRules

  /// How far one looks along the way, in widths of a lane.
  private static let widths = 4.0

  /// The end along the bank; nil where the way goes on, or one comes in from outside there.
  ///
  /// - Parameter place: on the way, where the bay's ground ends.
  func end(near place: LocalPoint, isLeft: Bool) throws -> Double? {
    let look = Self.widths * rules.laneWidth
    guard
      let box = LocalBox(
        u1: place.u - look, u2: place.u + look, v1: place.v - look, v2: place.v + look)
    else { return nil }
    let window = Shape.polygon(try frame.polygon(box))
    if try window.intersects(entrances) { return nil }
    let places = try ways.intersection(window).polygons.flatMap(\.rings).flatMap(frame.local).map(\.u)
    guard let end = isLeft ? places.min() : places.max() else { return nil }
    return abs(end - place.u) < look - rules.laneWidth ? end : nil
  }
}
