internal import CSimdJSON
internal import JSON

extension FeatureCollection {
  /// Reads GeoJSON (RFC 7946), a text sequence of it (RFC 8142), or a Feature a line; all of it is checked.
  ///
  /// A bare geometry or a lone Feature becomes a collection of one. A UTF-8 byte order mark is passed over.
  /// - Throws: ``GeoJSONError`` with line, column, feature and member; its `limit` is set when the text may be valid
  ///   and is only more than was asked for.
  public init(reading bytes: [UInt8], limits: ReadingLimits = .init()) throws(GeoJSONError) {
    guard bytes.count <= limits.fileBytes else {
      let message = "the file has \(bytes.count) bytes; the limit is \(limits.fileBytes)"
      throw GeoJSONError(message: message, line: 1, column: 1, limit: .fileBytes)
    }
    self = try bytes.withUnsafeBufferPointer { buffer throws(GeoJSONError) in
      do throws(ReadingProblem) {
        return try Self.read(buffer, source: bytes, limits: limits)
      } catch {
        throw error.error(in: buffer)
      }
    }
  }

  private static func read(
    _ buffer: UnsafeBufferPointer<UInt8>, source: [UInt8], limits: ReadingLimits
  ) throws(ReadingProblem) -> FeatureCollection {
    let checkLimits = JSONCheckLimits(
      nesting: max(0, min(limits.nesting, 512)), number_length: max(0, limits.numberLength), many_values: true
    )
    var tokens = JSONTokens()
    var failure = JSONFailure()
    let passed = json_tokens_open(buffer.baseAddress, buffer.count, checkLimits, &tokens, &failure)
    defer { json_tokens_close(&tokens) }
    guard passed else { throw ReadingProblem(failure, limits: limits) }
    return try withUnsafePointer(to: tokens) { pointer throws(ReadingProblem) in
      var reader = TokenReader(tokens: pointer, buffer: buffer, limits: limits)
      return try reader.collection(source: source)
    }
  }
}

extension TokenReader {
  /// All objects at the top of the text.
  fileprivate mutating func collection(source: [UInt8]) throws(ReadingProblem) -> FeatureCollection {
    var features: [Feature] = []
    var roots = RootMembers(source: source)
    var firstType: RootObject.Kind?
    let isSequence = byte(0) == 0x1E
    var token = 0
    while token < count {
      if byte(token) == 0x1E {
        token += 1
        continue
      }
      let start = token
      if let firstType, firstType != .feature, !isSequence {
        throw problem("something follows the end of the \(firstType); remove it", at: start)
      }
      let root = try root(&token, into: &features, source: source)
      if firstType != nil, !isSequence, root.type != .feature {
        throw problem("only Features may follow each other line by line; remove it", at: start)
      }
      guard roots.note(root) else {
        throw problem("this text gives a \"crs\" or another member otherwise than one before it", at: start)
      }
      firstType = firstType ?? root.type
    }
    return FeatureCollection(
      form: form(firstType, isSequence: isSequence, features: features.count), features: features,
      source: source, roots: roots.objects)
  }

  private func form(_ type: RootObject.Kind?, isSequence: Bool, features: Int) -> FeatureCollection.Form {
    if isSequence { return .textSequence }
    return switch type {
    case .feature?: features == 1 ? .feature : .lines
    case .collection?, nil: .collection
    case .geometry?: .geometry
    }
  }
}
