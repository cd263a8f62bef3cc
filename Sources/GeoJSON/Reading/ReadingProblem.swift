internal import CSimdJSON
internal import JSON

/// A problem while it travels up through the reader: line and path are only worked out once, at the top.
struct ReadingProblem: Error {
  /// The byte where it stands.
  var offset: Int
  var message: String
  var limit: ReadingLimit?
  var featureIndex: Int?
  var featureID: FeatureID?
}

extension ReadingProblem {
  init(_ failure: JSONFailure, limits: ReadingLimits) {
    offset = failure.offset
    switch failure.problem {
    case .positionLimit:
      message = "the file has more positions than the limit of \(limits.positions)"
      limit = .positions
    case .coordinateLimit:
      message = "a coordinate is larger than the limit of \(limits.coordinate)"
      limit = .coordinate
    case .positionExpected: message = "a position, an array of two or three numbers, is expected here"
    case .positionShort: message = "a position needs at least two numbers"
    case .coordinateExpected: message = "a coordinate must be a number"
    default:
      let code = failure.problem.rawValue
      message = ProblemText.message(code: code, nesting: limits.nesting, numberLength: limits.numberLength)
      limit = ProblemText.limit(code: code).map(ReadingLimit.init)
    }
  }

  /// The error with its line and path; the feature's place is told from the path where the reader did not know it.
  func error(in buffer: UnsafeBufferPointer<UInt8>) -> GeoJSONError {
    let place = TextPlace(of: offset, in: buffer)
    let index = featureIndex ?? Self.featureIndex(of: place.path)
    return GeoJSONError(
      message: message, line: place.line, column: place.column, featureIndex: index, featureID: featureID,
      member: place.path.text, limit: limit)
  }

  private static func featureIndex(of path: JSONPath) -> Int? {
    guard path.first == .name("features"), path.count > 1, case .index(let index) = path[1] else {
      return nil
    }
    return index
  }
}

extension ReadingLimit {
  init(_ limit: JSONLimit) {
    self =
      switch limit {
      case .bytes: .fileBytes
      case .nesting: .nesting
      case .numberLength: .numberLength
      case .memory: .memory
      }
  }
}
