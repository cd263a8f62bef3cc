public import Geometry

/// Finds the bounds that meet a rectangle without looking at all of them.
///
/// A packed tree after Leutenegger, Lopez and Edgington, "STR: a simple and efficient algorithm for R-tree
/// packing" (1997). A value of our own rather than GEOS's tree: it may cross threads, and its answers are sorted.
public struct SpatialIndex: Sendable {
  /// Children of a node: the usual figure for trees in memory.
  private static let fanOut = 16

  /// The bounds as given, in the order of the leaves.
  private let leaves: [Bounds]
  /// For each leaf, its place in what was given.
  private let numbers: [Int]
  /// Bounds of each group of sixteen below, from the level above the leaves to the root.
  private let levels: [[Bounds]]

  /// Indexes bounds by their place in the array; empty ones are never found.
  public init(_ bounds: [Bounds]) {
    let order = Self.tiled(bounds)
    numbers = order
    leaves = order.map { bounds[$0] }
    var levels: [[Bounds]] = []
    var below = leaves
    while below.count > Self.fanOut {
      below = Self.grouped(below)
      levels.append(below)
    }
    self.levels = levels
  }

  public var count: Int { leaves.count }

  /// The numbers of all bounds that share a point with `bounds`, in ascending order.
  public func query(_ bounds: Bounds) -> [Int] {
    var found: [Int] = []
    visit(bounds) { found.append($0) }
    found.sort()
    return found
  }

  /// Whether any of the bounds shares a point with `bounds`.
  public func meets(_ bounds: Bounds) -> Bool {
    var isFound = false
    visit(bounds) { _ in isFound = true }
    return isFound
  }

  /// Hands on the number of every bounds that shares a point with `bounds`, in the order of the tree.
  public func visit(_ bounds: Bounds, _ body: (Int) -> Void) {
    guard !bounds.isEmpty else { return }
    let top = levels.count
    visit(bounds, level: top, top == 0 ? leaves.indices : levels[top - 1].indices, body)
  }

  /// As deep as the tree is high: seven levels hold 16^8 leaves.
  private func visit(_ bounds: Bounds, level: Int, _ nodes: Range<Int>, _ body: (Int) -> Void) {
    if level == 0 {
      for node in nodes where leaves[node].meets(bounds) { body(numbers[node]) }
      return
    }
    let below = level == 1 ? leaves.count : levels[level - 2].count
    for node in nodes where levels[level - 1][node].meets(bounds) {
      let first = node * Self.fanOut
      visit(bounds, level: level - 1, first..<min(first + Self.fanOut, below), body)
    }
  }

  /// Places sorted into vertical slices by the middle in x, and within each by the middle in y.
  private static func tiled(_ bounds: [Bounds]) -> [Int] {
    let middles = bounds.map { $0.centre ?? Point(x: 0, y: 0) }
    let byX = bounds.indices.sorted { (middles[$0].x, $0) < (middles[$1].x, $1) }
    let slices = (Double(bounds.count) / Double(fanOut)).squareRoot().rounded(.up)
    let width = max(1, Int((Double(bounds.count) / max(1, slices)).rounded(.up)))
    return stride(from: 0, to: byX.count, by: width).flatMap { start in
      byX[start..<min(start + width, byX.count)].sorted { (middles[$0].y, $0) < (middles[$1].y, $1) }
    }
  }

  private static func grouped(_ bounds: [Bounds]) -> [Bounds] {
    stride(from: 0, to: bounds.count, by: fanOut).map { start in
      var group = Bounds()
      for member in bounds[start..<min(start + fanOut, bounds.count)] { group.include(member) }
      return group
    }
  }
}
