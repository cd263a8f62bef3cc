internal import CGEOS
public import Geometry

extension Shape {
  /// Every place at most `metres` away; a negative distance shrinks areas.
  ///
  /// A quarter circle becomes `quadrantSegments` chords inside it: with 8 the edge is up to 0.5 % too near.
  /// - Parameter mitreLimit: how many times the distance a mitred corner may reach.
  public func buffered(
    byMetres metres: Double, quadrantSegments: Int = 8, cap: BufferCap = .round, join: BufferJoin = .round,
    mitreLimit: Double = 5, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSBufferWithStyle_r"
    let style = try CurveStyle(
      metres: metres, quadrantSegments: quadrantSegments, join: join, mitreLimit: mitreLimit, function)
    if shouldBufferInPieces(metres, cap: cap, join: join),
      let buffered = try bufferedInPieces(byMetres: style, limit: limit)
    {
      return buffered
    }
    let cap = cap.code
    return try made(function, limit, isHeavy: isHeavyToBuffer(quadrantSegments)) { handle, geometry in
      GEOSBufferWithStyle_r(
        handle, geometry, style.metres, style.quadrantSegments, cap, style.join, style.mitreLimit)
    }
  }

  /// The strip on one side of a line, `metres` wide, with flat ends.
  public func singleSidedBuffer(
    byMetres metres: Double, side: LineSide, quadrantSegments: Int = 8, join: BufferJoin = .round,
    mitreLimit: Double = 5, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSBufferWithParams_r"
    let style = try CurveStyle(
      metres: side == .left ? metres : -metres, quadrantSegments: quadrantSegments, join: join,
      mitreLimit: mitreLimit, function)
    let operation = Operation(function: function, limit: limit, isHeavy: isHeavyToBuffer(quadrantSegments))
    return try operation.run { (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      let parameters = try BufferParameters(in: context)
      try parameters.set(style, in: context)
      let made = GEOSBufferWithParams_r(context.handle, geometry.pointer, parameters.pointer, style.metres)
      return try context.shape(context.geometry(made, function), function)
    }
  }

  /// The line beside a line at `metres`: positive on the left, negative on the right.
  public func offsetCurve(
    byMetres metres: Double, quadrantSegments: Int = 8, join: BufferJoin = .round, mitreLimit: Double = 5,
    limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSOffsetCurve_r"
    let style = try CurveStyle(
      metres: metres, quadrantSegments: quadrantSegments, join: join, mitreLimit: mitreLimit, function)
    return try made(function, limit, isHeavy: isHeavyToBuffer(quadrantSegments)) { handle, geometry in
      GEOSOffsetCurve_r(
        handle, geometry, style.metres, style.quadrantSegments, style.join, style.mitreLimit)
    }
  }

  /// The far edge of the strip on one side of a line, after an older method than ``offsetCurve(byMetres:quadrantSegments:join:mitreLimit:limit:)``.
  public func singleSidedCurve(
    byMetres metres: Double, side: LineSide, quadrantSegments: Int = 8, join: BufferJoin = .round,
    mitreLimit: Double = 5, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSSingleSidedBuffer_r"
    let style = try CurveStyle(
      metres: metres, quadrantSegments: quadrantSegments, join: join, mitreLimit: mitreLimit, function)
    let isLeft: CInt = side == .left ? 1 : 0
    return try made(function, limit, isHeavy: isHeavyToBuffer(quadrantSegments)) { handle, geometry in
      GEOSSingleSidedBuffer_r(
        handle, geometry, style.metres, style.quadrantSegments, style.join, style.mitreLimit, isLeft)
    }
  }

  /// From some dozens of positions on, a buffer can run for seconds between two looks at the clock.
  private func isHeavyToBuffer(_ quadrantSegments: Int) -> Bool {
    positionCount.multipliedReportingOverflow(by: quadrantSegments).partialValue > 800
  }
}
