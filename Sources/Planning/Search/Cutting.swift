/// One way to cut a part of the ground into bays.
struct Cutting: Sendable {
  /// The part's place in ``Ground/parts``.
  let part: Int
  let isOnWalkway: Bool
  let bays: [Bay]

  /// How many slabs its bays have.
  var slabs: Int { bays.reduce(0) { $0 + $1.ground.count } }
}
