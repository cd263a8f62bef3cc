/// Multipliers that show how short lanes cannot be.
///
/// The network is widened by one terminal a group, entered from each of the group's nodes at no cost. Every least
/// network then keeps three kinds of rows: something enters each set of nodes that holds a terminal and not the road;
/// no more enters a node than leaves it, terminals and the road excepted; exactly one arc enters each terminal; no more
/// enters a node than any set without the road that holds it.
struct AccessCertificate: Sendable {
  /// A set that must be entered, by the node or the terminal (`nodeCount + group`) for whose sake, and its weight.
  struct Cut: Sendable {
    var nodes: [Int]
    var target: Int
    var weight: Double
  }

  var cuts: [Cut] = []
  /// Sets that are entered whenever their target is.
  var nested: [Cut] = []
  /// For each node: the weight of "no more enters than leaves".
  var balance: [Double]
  /// For each group: the weight, of either sign, of "one arc enters its terminal".
  var terminal: [Double]

  init(_ network: AccessNetwork) {
    balance = Array(repeating: 0, count: network.nodeCount)
    terminal = Array(repeating: 0, count: network.groups.count)
  }
}

/// Why no lanes are shorter: certificates, the arcs that they rule out, and cases.
indirect enum AccessProof: Sendable {
  case bound(AccessCertificate)
  /// Arcs whose use makes lanes no shorter than the best known are left out of the rest.
  case ruledOut(AccessCertificate, AccessProof)
  /// The lanes do not come by a node, or they do.
  case cases(node: Int, without: AccessProof, with: AccessProof)
}
