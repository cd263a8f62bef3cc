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
