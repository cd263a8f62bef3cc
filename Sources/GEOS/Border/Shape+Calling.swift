internal import CGEOS
internal import Geometry

/// The few forms that calls of GEOS take.
extension Shape {
  typealias Maker = @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer?
  typealias PairMaker = @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?
  typealias Predicate = @Sendable (OpaquePointer?, OpaquePointer?) -> CChar
  typealias PairPredicate = @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar
  typealias Measurer = @Sendable (OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Double>?) -> CInt

  /// Shape in, shape out.
  func made(
    _ function: String, _ limit: Duration, isHeavy: Bool? = nil, _ call: @escaping Maker
  ) throws(GEOSError) -> Shape {
    let isHeavy = isHeavy ?? (positionCount > Self.lightPositions)
    return try Operation(function: function, limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      return try context.shape(context.geometry(call(context.handle, geometry.pointer), function), function)
    }
  }

  /// Two shapes in, shape out.
  func made(
    with other: Shape, _ function: String, _ limit: Duration, _ call: @escaping PairMaker
  ) throws(GEOSError) -> Shape {
    let isHeavy = positionCount + other.positionCount > Self.lightPositions
    return try Operation(function: function, limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let first = try context.make(self)
      let second = try context.make(other)
      let made = call(context.handle, first.pointer, second.pointer)
      return try context.shape(context.geometry(made, function), function)
    }
  }

  /// Shape in, yes or no out.
  func answered(
    _ function: String, _ limit: Duration, _ call: @escaping Predicate
  ) throws(GEOSError) -> Bool {
    let isHeavy = positionCount > Self.lightPositions
    return try Operation(function: function, limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      return try context.answer(call(context.handle, geometry.pointer), function)
    }
  }

  /// Two shapes in, yes or no out.
  func answered(
    with other: Shape, _ function: String, _ limit: Duration, _ call: @escaping PairPredicate
  ) throws(GEOSError) -> Bool {
    let isHeavy = positionCount + other.positionCount > Self.lightPositions
    return try Operation(function: function, limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let first = try context.make(self)
      let second = try context.make(other)
      return try context.answer(call(context.handle, first.pointer, second.pointer), function)
    }
  }

  /// Shape in, measure out.
  func measured(
    _ function: String, _ limit: Duration, _ call: @escaping Measurer
  ) throws(GEOSError) -> Double {
    try Operation(function: function, limit: limit).run { (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      return try context.measure(function) { call(context.handle, geometry.pointer, $0) }
    }
  }
}

extension Shape {
  /// Up to so many positions most calls end within milliseconds and look at the clock often enough.
  static let lightPositions = 2000

  /// The number of positions in all parts.
  var positionCount: Int {
    switch self {
    case .point: 1
    case .multiPoint(let points): points.count
    case .lineString(let line): line.points.count
    case .multiLineString(let lines): lines.reduce(0) { $0 + $1.points.count }
    case .polygon(let polygon): polygon.rings.reduce(0) { $0 + $1.points.count }
    case .multiPolygon(let polygons): polygons.reduce(0) { $0 + Shape.polygon($1).positionCount }
    case .collection(let parts): parts.reduce(0) { $0 + $1.positionCount }
    case .empty: 0
    }
  }

  /// The shape without empty members, on which some functions of GEOS 3.11 end in a signal
  /// (distance: GEOS PR 842; point on surface: issues 976, 1002; simple: 1005; Hausdorff: 840).
  var withoutEmptyParts: Shape {
    guard case .collection(let parts) = self else { return self }
    let kept = parts.map(\.withoutEmptyParts).filter { !$0.isEmpty }
    return kept.isEmpty ? .empty(.collection) : .collection(kept)
  }

  /// The shape without empty members.
  ///
  /// - Throws: `refused` when nothing is left: GEOS would answer 0 or end in a signal.
  func requireSomething(for function: String) throws(GEOSError) -> Shape {
    let kept = withoutEmptyParts
    guard !kept.isEmpty else { throw .refused(function: function, reason: "the shape is empty") }
    return kept
  }
}

extension Double {
  /// Checks a length that a caller gave.
  ///
  /// - Throws: `refused` when it is not a number within the range.
  func require(_ range: ClosedRange<Double>, _ what: String, for function: String) throws(GEOSError) {
    guard range.contains(self) else {
      throw .refused(
        function: function,
        reason: "the \(what) is \(self), not a number from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
