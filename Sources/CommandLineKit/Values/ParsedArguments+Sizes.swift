/// Width and depth in metres, as `4x7` says them.
public struct Size: Sendable, Hashable {
  public let widthMetres: Double
  public let depthMetres: Double

  public init(widthMetres: Double, depthMetres: Double) {
    self.widthMetres = widthMetres
    self.depthMetres = depthMetres
  }
}

extension ParsedArguments {
  /// A size such as `4x7`, `4X7` or `4.5×8`; both numbers within `range`, in metres. Nil when it was not given.
  public func size(_ name: String, in range: ClosedRange<Double>) throws(UsageError) -> Size? {
    guard let text = string(name) else { return nil }
    return try size(text, name, in: range)
  }

  public func size(
    _ name: String, default standard: Size, in range: ClosedRange<Double>
  ) throws(UsageError) -> Size {
    checkDefault(name) { (try? size($0, name, in: range)) == standard }
    return try size(name, in: range) ?? standard
  }

  /// Sizes with counts, such as `4x7` or `4x7:200,5x8:40`; nil when it was not given.
  public func countedSizes(_ name: String, in range: ClosedRange<Double>) throws(UsageError)
    -> [(size: Size, count: Int?)]?
  {
    guard let text = string(name) else { return nil }
    var sizes: [(size: Size, count: Int?)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: ":", omittingEmptySubsequences: false).map { String(trim($0)) }
      let one = try self.size(words[0], name, in: range)
      guard words.count <= 2, !sizes.contains(where: { $0.size == one }) else {
        throw error(
          in: name, value: text, "not a list of sizes",
          remedy: "give each size once, with a count behind a colon, such as 4x7:200,5x8:40")
      }
      sizes.append((one, try words.count == 2 ? count(words[1], of: text, name) : nil))
    }
    return sizes
  }

  private func count(_ word: String, of text: String, _ name: String) throws(UsageError) -> Int {
    guard let count = Int(word), (1...1_000_000).contains(count) else {
      throw error(
        in: name, value: text, "not a count of plots", remedy: "give a whole number from 1 on, such as 5x8:40"
      )
    }
    return count
  }

  private func size(_ text: String, _ name: String, in range: ClosedRange<Double>) throws(UsageError) -> Size
  {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "X" || $0 == "\u{D7}" }
    guard parts.count == 2, let width = parts.first, let depth = parts.last else {
      throw error(in: name, value: text, "not a size", remedy: "give width and depth in metres, such as 4x7")
    }
    return Size(
      widthMetres: try number(trim(width), name, in: range, unit: "metres"),
      depthMetres: try number(trim(depth), name, in: range, unit: "metres"))
  }
}
