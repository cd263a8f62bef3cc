/// What GEOS 3.11 is given at most. Each guards against a crash or a hang that was measured.
public enum GEOSLimit {
  /// The largest coordinate, in metres.
  ///
  /// Far beyond any map, so that it only stops what breaks GEOS: its trimmed WKT writer overruns a buffer
  /// of 128 characters (GEOS issue 970), and products of coordinates must stay finite.
  public static let coordinate = 1e30
  /// The largest buffer or offset distance, in metres: as far as coordinates reach. 1e308 gave a NaN area.
  public static let distance = 1e8
  /// Segments of a quarter circle. 100,000,000 did not end within 20 s; a thousand is finer than any drawing.
  public static let quadrantSegments = 1...1000
  /// Collections inside collections, and brackets inside brackets of a text. 100,000 overran the stack.
  public static let nesting = 64
  /// Points that densifying may make.
  public static let densifiedPoints = 10_000_000.0
}

/// How long a call to GEOS may take.
public enum GEOSDeadline {
  /// What every operation allows itself unless told otherwise: one minute (an assumption).
  public static let standard: Duration = .seconds(60)
}
