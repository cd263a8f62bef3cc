public import JSON

/// Writes a FeatureCollection piece by piece, the same bytes for the same features.
///
/// A feature a line. Nothing is written before the first feature or ``finish(members:)``; without the latter the
/// text is not whole.
public final class FeatureCollectionWriter {
  /// Takes the next bytes; they are gone when it returns.
  public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  /// How much is gathered before the sink is called.
  private static let chunkSize = 64 << 10

  /// How the features are held together.
  public enum Form: Sendable {
    case collection
    /// A feature a line and nothing else, for programs that read line by line; a feature that was written over
    /// several lines is put on one.
    case lines
  }

  private let form: Form
  private let sink: Sink
  private var pending: [UInt8] = []
  private var state = State.empty
  private var featureStart = 0

  private enum State { case empty, open, finished }

  public init(as form: Form = .collection, to sink: @escaping Sink) {
    self.form = form
    self.sink = sink
    pending.reserveCapacity(2 * Self.chunkSize)
  }

  /// Writes a feature as it was read, to the byte, with properties added behind its own.
  ///
  /// - Parameter adding: An own property of one of these names gets the new value in its old place.
  public func write(passing feature: Feature, adding: [(String, JSONValue)] = []) throws {
    try begin()
    pending.append(passing: feature, adding: adding, geometry: nil)
    try end()
  }

  /// Writes a feature with another geometry, and all else as it was read; a `bbox` of its own is made anew.
  ///
  /// - Throws: ``WritingError`` when a coordinate is not finite.
  public func write(
    passing feature: Feature, geometry: FeatureGeometry?, decimals: Int = 9,
    adding: [(String, JSONValue)] = []
  ) throws {
    try geometry?.expectFinite()
    try begin()
    pending.append(passing: feature, adding: adding, geometry: .init(geometry: geometry, decimals: decimals))
    try end()
  }

  /// Writes a made feature: type, id, properties, geometry.
  ///
  /// - Throws: ``WritingError`` when a coordinate is not finite.
  public func write(made feature: MadeFeature) throws {
    try feature.geometry?.expectFinite()
    try begin()
    pending.append(feature)
    try end()
  }

  /// Writes the end, with further members of the collection; nothing may be written after it.
  ///
  /// - Throws: ``WritingError`` when a member would define another kind of object (RFC 7946 §7.1).
  public func finish(members: JSONObject = [:]) throws {
    let reserved = ["type", "features", "coordinates", "geometries", "geometry", "properties"]
    if let name = members.names.first(where: reserved.contains) { throw WritingError.reservedMember(name) }
    guard state != .finished else { throw WritingError.finished }
    if form == .lines {
      state = .finished
      return try flush(below: 1)
    }
    if state == .empty { pending.append(contentsOf: Self.head.utf8) }
    state = .finished
    pending.append(contentsOf: "\n]".utf8)
    for member in members {
      pending.append(contentsOf: ",\n".utf8)
      pending.append(quoting: member.name)
      pending.append(.colon)
      pending.append(member.value)
    }
    pending.append(contentsOf: "}\n".utf8)
    try flush(below: 1)
  }

  private static let head = "{\"type\":\"FeatureCollection\",\"features\":["

  private func begin() throws {
    featureStart = pending.count
    if form == .lines {
      guard state != .finished else { throw WritingError.finished }
      state = .open
      return
    }
    switch state {
    case .empty: pending.append(contentsOf: Self.head.utf8)
    case .open: pending.append(.comma)
    case .finished: throw WritingError.finished
    }
    state = .open
    pending.append(0x0A)
  }

  /// Ends a line. A line break in JSON text can only be white space, so that a blank means the same.
  private func end() throws {
    if form == .lines {
      for place in featureStart..<pending.count where pending[place] == 0x0A || pending[place] == 0x0D {
        pending[place] = 0x20
      }
      pending.append(0x0A)
    }
    try flush(below: Self.chunkSize)
  }

  /// Hands what is pending to the sink, unless it is less than a size.
  private func flush(below size: Int) throws {
    guard pending.count >= size else { return }
    try pending.withUnsafeBytes(sink)
    pending.removeAll(keepingCapacity: true)
  }
}

/// Why nothing could be written, apart from what the sink says.
public enum WritingError: Error, Sendable, Hashable {
  /// A coordinate is not a number or infinite; JSON cannot hold it.
  case notFinite
  /// A member of this name would make the collection something else.
  case reservedMember(String)
  /// The end has been written already.
  case finished
}

extension FeatureGeometry {
  fileprivate func expectFinite() throws {
    // An absent height is not a number, and only an absent one.
    let isFinite = forEachPosition { $0.x.isFinite && $0.y.isFinite && !$0.z.isInfinite }
    guard isFinite else { throw WritingError.notFinite }
  }
}
