internal import CSimdJSON
internal import JSON

/// Each of these reads the value at a token and leaves the token behind it.
extension TokenReader {
  /// Rings up to this size are read without a walk to count their positions: nearly every building and plot.
  private static var smallCount: Int { 64 }

  /// One position; nil for the empty array of a Point without a place.
  mutating func position(_ token: inout Int) throws(ReadingProblem) -> Position? {
    try expectArray(token)
    if byte(token + 1) == .rightBracket {
      token += 2
      return nil
    }
    var position = Position(x: 0, y: 0)
    var failure = JSONFailure()
    let isRead = withUnsafeMutableBytes(of: &position) { bytes in
      json_read_position(
        tokens, &token, bytes.assumingMemoryBound(to: Double.self).baseAddress, limits.coordinate, &failure)
    }
    guard isRead else { throw ReadingProblem(failure, limits: limits) }
    try count(1, at: token)
    return position
  }

  /// The positions of a `coordinates` array of one level.
  mutating func positions(_ token: inout Int) throws(ReadingProblem) -> [Position] {
    try expectArray(token)
    let start = token
    var failure = JSONFailure()
    if let positions = smallPositions(&token, &failure) {
      try count(positions.count, at: start)
      return positions
    }
    guard failure.problem == .positionLimit else { throw ReadingProblem(failure, limits: limits) }
    var arrays = 0
    _ = json_token_behind(tokens, start, &arrays)
    try count(arrays - 1, at: start)
    token = start
    return try positions(&token, capacity: arrays - 1)
  }

  /// A line of two positions or more; none at all where an empty line is allowed.
  mutating func line(_ token: inout Int, canBeEmpty: Bool) throws(ReadingProblem) -> [Position] {
    let start = token
    let positions = try positions(&token)
    guard positions.count >= 2 || (canBeEmpty && positions.isEmpty) else {
      throw problem("a line needs at least two positions; this one has \(positions.count)", at: start)
    }
    return positions
  }

  /// A ring: four positions or more, the last the same as the first (RFC 7946 §3.1.6).
  mutating func ring(_ token: inout Int) throws(ReadingProblem) -> [Position] {
    let start = token
    let positions = try positions(&token)
    guard positions.count >= 4 else {
      throw problem("a ring needs at least four positions; this one has \(positions.count)", at: start)
    }
    guard positions.first == positions.last else {
      throw problem("a ring must end where it begins; repeat its first position at its end", at: start)
    }
    return positions
  }

  /// The elements of an array, each read in one way.
  mutating func elements<Element>(
    _ token: inout Int, _ read: (inout TokenReader, inout Int) throws(ReadingProblem) -> Element
  ) throws(ReadingProblem) -> [Element] {
    try expectArray(token)
    var elements: [Element] = []
    token += 1
    while token < count, byte(token) != .rightBracket {
      elements.append(try read(&self, &token))
      if byte(token) == .comma { token += 1 }
    }
    token += 1
    return elements
  }

  private func expectArray(_ token: Int) throws(ReadingProblem) {
    guard byte(token) == .leftBracket else {
      throw problem("an array is expected here, not \(kind(token))", at: token)
    }
  }

  /// Takes positions from those that may still be read.
  private mutating func count(_ positions: Int, at token: Int) throws(ReadingProblem) {
    guard positions <= positionsLeft else {
      throw problem(
        "the file has more positions than the limit of \(limits.positions)", at: token, limit: .positions)
    }
    positionsLeft -= positions
  }

  /// Nil with a failure: ``JSONProblem/positionLimit`` where they are merely not few.
  private func smallPositions(_ token: inout Int, _ failure: inout JSONFailure) -> [Position]? {
    withUnsafeTemporaryAllocation(of: Position.self, capacity: Self.smallCount) { buffer in
      var count = 0
      guard fill(buffer, &token, &count, &failure) else { return nil }
      return Array(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func positions(_ token: inout Int, capacity: Int) throws(ReadingProblem) -> [Position] {
    var failure = JSONFailure()
    var isRead = false
    let positions = [Position](unsafeUninitializedCapacity: capacity) { buffer, count in
      isRead = fill(buffer, &token, &count, &failure)
      if !isRead { count = 0 }
    }
    guard isRead else { throw ReadingProblem(failure, limits: limits) }
    return positions
  }

  /// One call for all positions of an array: a position is three doubles.
  private func fill(
    _ buffer: UnsafeMutableBufferPointer<Position>, _ token: inout Int, _ count: inout Int,
    _ failure: inout JSONFailure
  ) -> Bool {
    buffer.withMemoryRebound(to: Double.self) { doubles in
      json_read_positions(
        tokens, &token, doubles.baseAddress, buffer.count, &count, limits.coordinate, &failure)
    }
  }
}
