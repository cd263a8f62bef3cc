/// Where lanes can be opened in one part of a block, and who waits for one.
///
/// Node 0 stands for all of today's roads. A group is served when the lanes reach one of its nodes. The least such
/// network is a rooted group Steiner tree.
struct AccessNetwork: Sendable {
  static let road = 0

  /// A way between two nodes, at a cost for each direction; infinite where it cannot be taken.
  struct Link: Hashable, Sendable {
    var a: Int
    var b: Int
    var forward: Double
    var backward: Double
  }

  private(set) var nodeCount: Int
  private(set) var links: [Link]
  /// The nodes of each parcel that waits, in ascending order.
  private(set) var groups: [[Int]]
  /// The groups of each node.
  private(set) var groupsOfNode: [[Int]]
  /// The arcs that leave each node: `2 * link` forward, `2 * link + 1` backward.
  private(set) var leaving: [[Int]]
  private(set) var entering: [[Int]]

  init(nodeCount: Int, links: [Link], groups: [[Int]]) {
    self.nodeCount = nodeCount
    self.links = links
    self.groups = groups
    var groupsOfNode = [[Int]](repeating: [], count: nodeCount)
    for (number, group) in groups.enumerated() { for node in group { groupsOfNode[node].append(number) } }
    self.groupsOfNode = groupsOfNode
    var leaving = [[Int]](repeating: [], count: nodeCount)
    var entering = [[Int]](repeating: [], count: nodeCount)
    for (number, link) in links.enumerated() {
      if link.forward.isFinite, link.b != Self.road {
        leaving[link.a].append(2 * number)
        entering[link.b].append(2 * number)
      }
      if link.backward.isFinite, link.a != Self.road {
        leaving[link.b].append(2 * number + 1)
        entering[link.a].append(2 * number + 1)
      }
    }
    self.leaving = leaving
    self.entering = entering
  }

  var arcCount: Int { 2 * links.count }

  func start(_ arc: Int) -> Int { arc.isMultiple(of: 2) ? links[arc / 2].a : links[arc / 2].b }
  func end(_ arc: Int) -> Int { arc.isMultiple(of: 2) ? links[arc / 2].b : links[arc / 2].a }
  func cost(_ arc: Int) -> Double { arc.isMultiple(of: 2) ? links[arc / 2].forward : links[arc / 2].backward }

  /// Whether the arc exists: nothing leads into the road, and some ways go one way only.
  func isOpen(_ arc: Int) -> Bool { cost(arc).isFinite && end(arc) != Self.road }

  /// The groups that no way from the road reaches.
  var unreachableGroups: [Int] {
    var seen = [Bool](repeating: false, count: nodeCount)
    seen[Self.road] = true
    var stack = [Self.road]
    while let node = stack.popLast() {
      for arc in leaving[node] where !seen[end(arc)] {
        seen[end(arc)] = true
        stack.append(end(arc))
      }
    }
    return groups.indices.filter { !groups[$0].contains { seen[$0] } }
  }
}
