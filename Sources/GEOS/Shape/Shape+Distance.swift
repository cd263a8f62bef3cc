internal import CGEOS
public import Geometry

/// Distances in metres on the plane. GEOS never sees an empty shape: to those it answers 0, as if they touched.
extension Shape {
  /// The shortest distance between the shapes, in metres; zero where they meet.
  ///
  /// Infinity when one is empty: who judges by distance must ask first whether there is anything to measure to.
  public func distance(
    to other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Double {
    if isEmpty || other.isEmpty { return .infinity }
    // Every pair of edges is looked at, unless an index is built first, which pays from some size on.
    if isCostly(with: other) {
      return try indexedDistance(to: other, limit)
    }
    return try measured(with: other, "GEOSDistance_r", limit) { GEOSDistance_r($0, $1, $2, $3) }
  }

  /// Whether some place of this shape is at most `metres` from the other; never when one is empty.
  public func isWithin(
    metres: Double, of other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    let function = "GEOSDistanceWithin_r"
    try metres.require(0...GEOSLimit.coordinate, "distance", for: function)
    if isEmpty || other.isEmpty { return false }
    if isCostly(with: other) {
      return try indexedDistance(to: other, limit) <= metres
    }
    let first = try requireSomething(for: function)
    let second = try other.requireSomething(for: function)
    return try first.answered(with: second, function, limit) { GEOSDistanceWithin_r($0, $1, $2, metres) }
  }

  /// The nearest pair of places: the first on this shape, the second on the other.
  public func nearestPoints(
    to other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> (Point, Point) {
    let function = "GEOSNearestPoints_r"
    let first = try requireSomething(for: function)
    let second = try other.requireSomething(for: function)
    let isHeavy = first.isCostly(with: second)
    let points = try Operation(function: function, limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let a = try context.make(first)
      let b = try context.make(second)
      return try context.points(
        taking: GEOSNearestPoints_r(context.handle, a.pointer, b.pointer), function)
    }
    guard points.count == 2, points[0].isUsable, points[1].isUsable else {
      throw .unusableAnswer(function: function, reason: "it holds no pair of points")
    }
    return (points[0], points[1])
  }

  /// How far a corner of one shape can be from the other, in metres (discrete Hausdorff distance).
  public func hausdorffDistance(
    to other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Double {
    try measured(with: other, "GEOSHausdorffDistance_r", limit) { GEOSHausdorffDistance_r($0, $1, $2, $3) }
  }

  /// Metres from the start of this line to its place nearest to `point`.
  ///
  /// - Throws: `refused` when this is no line.
  public func distanceAlong(
    to point: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Double {
    let function = "GEOSProject_r"
    guard !lineStrings.isEmpty, polygons.isEmpty, points.isEmpty else {
      throw .refused(function: function, reason: "the shape is not a line")
    }
    guard case .point = point else {
      throw .refused(function: function, reason: "the place on the line must be asked for by a point")
    }
    return try measured(with: point, function, limit) { handle, line, place, distance in
      let along = GEOSProject_r(handle, line, place)
      distance?.pointee = along
      return along < 0 ? 0 : 1
    }
  }
}

extension Shape {
  typealias PairMeasurer =
    @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Double>?) -> CInt

  /// Two shapes in, measure out; neither may be empty.
  private func measured(
    with other: Shape, _ function: String, _ limit: Duration, _ call: @escaping PairMeasurer
  ) throws(GEOSError) -> Double {
    let first = try requireSomething(for: function)
    let second = try other.requireSomething(for: function)
    let operation = Operation(function: function, limit: limit, isHeavy: first.isCostly(with: second))
    return try operation.run { (context, function) throws(GEOSError) in
      let a = try context.make(first)
      let b = try context.make(second)
      return try context.measure(function) { call(context.handle, a.pointer, b.pointer, $0) }
    }
  }

  private func indexedDistance(to other: Shape, _ limit: Duration) throws(GEOSError) -> Double {
    let function = "GEOSPreparedDistance_r"
    let first = try requireSomething(for: function)
    let second = try other.requireSomething(for: function)
    return try Operation(function: function, limit: limit, isHeavy: true).run {
      (context, function) throws(GEOSError) in
      let a = try PreparedGeometry(context.make(first), in: context)
      let b = try context.make(second)
      return try context.measure(function) {
        GEOSPreparedDistance_r(context.handle, a.pointer, b.pointer, $0)
      }
    }
  }

  /// Whether a comparison of every position with every other takes noticeable time: a million pairs, some 10 ms.
  private func isCostly(with other: Shape) -> Bool {
    positionCount.multipliedReportingOverflow(by: other.positionCount).partialValue > 1_000_000
  }
}
