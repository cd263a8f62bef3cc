internal import CGEOS
public import Geometry

/// Whether a shape is one by the simple-features standard and, if not, why and where.
public struct Validity: Hashable, Sendable {
  public let isValid: Bool
  /// GEOS's words, such as "Self-intersection"; nil when valid.
  public let reason: String?
  /// The first place that is wrong, where there is one.
  public let place: Point?

  static let valid = Validity(isValid: true, reason: nil, place: nil)
}

extension Shape {
  /// Whether rings are closed, apart and uncrossed, and holes lie inside.
  public func isValid(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Bool {
    guard hasUsableCoordinates else { return false }
    return try answered("GEOSisValid_r", limit) { GEOSisValid_r($0, $1) }
  }

  /// Whether the shape is valid and, if not, what is wrong and where.
  public func validity(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Validity {
    guard hasUsableCoordinates else { return .invalidCoordinate }
    let isHeavy = positionCount > Self.lightPositions
    return try Operation(function: "GEOSisValidDetail_r", limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      try context.validity(of: context.make(self), function)
    }
  }

  /// Whether no line crosses or touches itself except at its ends. Areas and lone points are simple.
  public func isSimple(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Bool {
    try withoutEmptyParts.answered("GEOSisSimple_r", limit) { GEOSisSimple_r($0, $1) }
  }

  /// Lone points come unchecked; lines and rings were checked when they were made.
  private var hasUsableCoordinates: Bool {
    switch self {
    case .point(let point): point.isUsable
    case .multiPoint(let points): points.allSatisfy(\.isUsable)
    case .collection(let parts): parts.allSatisfy(\.hasUsableCoordinates)
    default: true
    }
  }
}

extension Validity {
  static let invalidCoordinate = Validity(isValid: false, reason: "Invalid Coordinate", place: nil)
}

extension Context {
  /// Decodes the one function that answers in three places.
  func validity(
    of geometry: borrowing OwnedGeometry, _ function: String
  ) throws(GEOSError) -> Validity {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let code = GEOSisValidDetail_r(handle, geometry.pointer, 0, &reason, &location)
    // Both are ours to free, whatever the code says.
    let words: String? = if let reason { try text(reason, function) } else { nil }
    let place: Point? =
      if let location { try shape(OwnedGeometry(taking: location, of: self), function).points.first } else {
        nil
      }
    return try answer(code, function) ? .valid : Validity(isValid: false, reason: words, place: place)
  }
}
