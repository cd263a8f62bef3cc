internal import JSON

/// Cuts a FeatureCollection into blocks of features while it is read, so that a large file is never in memory.
///
/// Only borders are looked for: what stands in a feature is for its reader to check. All that stands around the
/// features is kept, for ``frame()``.
public final class FeatureBlockReader {
  /// Fills a buffer from the file and says how many bytes came; 0 is the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  private let source: Source
  private let blockBytes: Int
  private let limits: ReadingLimits
  private var pending: [UInt8] = []
  private var state = State.head
  private var featureCount = 0
  private var byteCount = 0
  private var frameBytes: [UInt8] = []
  private var line: Int

  private enum State { case head, first, element, tail, ended }

  /// What stands around the features is held in memory, so it may not be large.
  private static let longestFrame = 1 << 20

  /// - Parameter countsLines: whether blocks say on which line they begin, which takes a look at every byte.
  public init(
    limits: ReadingLimits = .init(), blockBytes: Int = 1 << 20, countsLines: Bool = false,
    source: @escaping Source
  ) {
    self.source = source
    line = countsLines ? 1 : 0
    self.blockBytes = max(1, blockBytes)
    self.limits = limits
  }

  /// The collection without its features, once all blocks have been read: its other members, checked.
  ///
  /// - Throws: ``GeoJSONError`` whose place means nothing to the user, for the features are left out.
  public func frame() throws(GeoJSONError) -> FeatureCollection {
    try FeatureCollection(reading: frameBytes, limits: limits)
  }

  /// The next features; nil at the end of the file.
  ///
  /// - Throws: ``NotStreamable``, or what the source throws.
  public func next() throws -> FeatureBlock? {
    if state == .head { try readHead() }
    var room = blockBytes
    while state == .first || state == .element {
      let isEnd = try read(room) == 0
      if let block = try cut() { return block }
      guard !isEnd || state == .tail else { throw NotStreamable("the features do not end") }
      room = max(blockBytes, pending.count)
    }
    if state == .tail { try readTail() }
    return nil
  }

  private func read(_ room: Int) throws -> Int {
    var failure: (any Error)?
    var read = 0
    let old = pending
    pending = [UInt8](unsafeUninitializedCapacity: old.count + room) { buffer, count in
      count = buffer[..<old.count].update(fromContentsOf: old)
      do {
        while read < room {
          let free = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<(old.count + room)])
          let got = try source(free)
          if got == 0 { break }
          read += got
          count += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    byteCount += read
    guard byteCount <= limits.fileBytes else { throw NotStreamable("the file is too large") }
    return read
  }

  /// Reads up to the bracket that opens the features.
  private func readHead() throws {
    _ = try read(blockBytes)
    let place = pending.withUnsafeBufferPointer { bytes -> Int? in
      var scanner = TextScanner(bytes, from: TextScanner.start(of: bytes))
      scanner.skipSpace()
      guard scanner.peek() == .leftBrace else { return nil }
      while let name = scanner.nextMember() {
        if scanner.isName(name, "features") {
          return scanner.peek() == .leftBracket ? scanner.position + 1 : nil
        }
        if scanner.isName(name, "crs") || scanner.isName(name, "klong") { return nil }
        scanner.skipValue()
      }
      return nil
    }
    guard let place else { throw NotStreamable("no plain FeatureCollection begins here") }
    frameBytes = Array(pending[..<place])
    if line > 0 { line += frameBytes.lineBreaks(in: frameBytes.indices) }
    pending.removeFirst(place)
    state = .first
  }

  private func readTail() throws {
    while try read(1 << 16) > 0 {
      guard pending.count <= Self.longestFrame else { throw NotStreamable("much follows the features") }
    }
    frameBytes.append(contentsOf: pending)
    pending = []
    state = .ended
  }

  /// All whole features that are pending; nil where there is none.
  private func cut() throws -> FeatureBlock? {
    var features: [Range<Int>] = []
    features.reserveCapacity(pending.count / 128)
    var ended = false
    var position = 0
    var isFirst = state == .first
    try pending.withUnsafeBufferPointer { bytes in
      var borders = FeatureBorders(bytes)
      while let found = try borders.next(isFirst: isFirst) {
        guard case .feature(let range) = found else {
          ended = true
          break
        }
        isFirst = false
        features.append(range)
      }
      position = borders.position
    }
    let block = FeatureBlock(
      bytes: pending, features: features, firstIndex: featureCount, firstLine: line)
    if line > 0 { line += pending.lineBreaks(in: 0..<position) }
    pending = Array(pending[position...])
    featureCount += features.count
    state = ended ? .tail : isFirst ? .first : .element
    return features.isEmpty ? nil : block
  }
}

extension [UInt8] {
  /// How many lines end in a part of the text.
  fileprivate func lineBreaks(in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { bytes in
      var count = 0
      for place in range { count += bytes[place] == 0x0A ? 1 : 0 }
      return count
    }
  }
}
