internal import CGEOS

/// How the end of a buffered line looks.
public enum BufferCap: Hashable, Sendable {
  case round, flat, square

  var code: CInt {
    switch self {
    case .round: CInt(GEOSBUF_CAP_ROUND.rawValue)
    case .flat: CInt(GEOSBUF_CAP_FLAT.rawValue)
    case .square: CInt(GEOSBUF_CAP_SQUARE.rawValue)
    }
  }
}

/// How a buffer goes round a corner.
public enum BufferJoin: Hashable, Sendable {
  case round, mitre, bevel

  var code: CInt {
    switch self {
    case .round: CInt(GEOSBUF_JOIN_ROUND.rawValue)
    case .mitre: CInt(GEOSBUF_JOIN_MITRE.rawValue)
    case .bevel: CInt(GEOSBUF_JOIN_BEVEL.rawValue)
    }
  }
}

/// A side of a line, seen in its direction.
public enum LineSide: Hashable, Sendable {
  case left, right
}
