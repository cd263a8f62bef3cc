/// Why GEOS gave no answer.
public enum GEOSError: Error, Hashable, Sendable {
  /// The input is one that GEOS is known to crash, hang or mislead on; it was not called.
  case refused(function: String, reason: String)
  /// GEOS was called and reported an error.
  case failed(function: String, message: String)
  /// GEOS answered with something that is no shape, such as coordinates that are not numbers.
  case unusableAnswer(function: String, reason: String)
  /// The call did not end within its limit (exit code 75 of the tool).
  case deadlinePassed(function: String, limit: Duration)
}

extension GEOSError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .refused(let function, let reason): "\(function) was not called: \(reason)"
    case .failed(let function, let message): "\(function) failed: \(message)"
    case .unusableAnswer(let function, let reason): "\(function) gave no usable answer: \(reason)"
    case .deadlinePassed(let function, let limit): "\(function) did not end within \(limit)"
    }
  }
}
