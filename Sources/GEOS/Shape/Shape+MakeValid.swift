internal import CGEOS
public import Geometry

extension Shape {
  /// The shape repaired: itself when it is valid, else cut at its crossings and put together again.
  ///
  /// What lies inside an odd number of turns of a ring stays inside; what has lost its area becomes a line
  /// or a point. A shape with more than 500 crossings is repaired by GEOS's structure method instead, to which
  /// every turn is inside: the other took 87 s for a star of 201 points, this one 0.6 s.
  public func madeValid(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    let method: MakeValidMethod = crosses(moreThan: 500) ? .structure : .linework
    let operation = Operation(
      function: "GEOSMakeValidWithParams_r", limit: limit, isHeavy: positionCount > 100)
    return try operation.run { (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      if try context.answer(GEOSisValid_r(context.handle, geometry.pointer), "GEOSisValid_r") { return self }
      let parameters = try MakeValidParameters(in: context)
      try parameters.set(method, in: context)
      let made = GEOSMakeValidWithParams_r(context.handle, geometry.pointer, parameters.pointer)
      return try context.shape(context.geometry(made, function), function)
    }
  }

  /// Whether pairs of edges cross more than `count` times, as far as a million pairs can tell.
  ///
  /// Yes, too, when those do not suffice: the caller wants to know whether looking closely may take long.
  func crosses(moreThan count: Int) -> Bool {
    let segments = edges.flatMap { points in
      zip(points, points.dropFirst()).map { Segment(start: $0, end: $1) }
    }
    guard segments.count > 3 else { return false }
    let index = SpatialIndex(segments.map { Bounds(of: [$0.start, $0.end]) })
    var found = 0
    var looked = 0
    for (place, segment) in segments.enumerated() {
      let near = index.query(Bounds(of: [segment.start, segment.end]))
      found += near.count { $0 > place && segment.crosses(segments[$0]) }
      looked += near.count
      if found > count || looked > max(1_000_000, 40 * segments.count) { return true }
    }
    return false
  }
}

extension Shape {
  /// The points of every line and ring.
  var edges: [[Point]] {
    lineStrings.map(\.points) + polygons.flatMap { $0.rings.map(\.points) }
  }
}

extension Segment {
  /// Whether the insides of two segments cross, judged without the last bit of care: for estimates only.
  fileprivate func crosses(_ other: Segment) -> Bool {
    let mine = step.cross(other.start - start) * step.cross(other.end - start)
    let others = other.step.cross(start - other.start) * other.step.cross(end - other.start)
    return mine < 0 && others < 0
  }
}
