/// All that the worth of a block depends on, but for the rules.
struct BlockLook: Hashable, Sendable {
  /// Of its slabs from left to right: their ground, the way to them and the ways behind and beside them.
  let print: UInt64
  let width: Int
  /// In ``SlabMap/tolerance``: what is nearer to each other is the digits of a file.
  let left: Double?
  let right: Double?
  let forks: LaneForks?
  let hasCourt: Bool
}

/// What a block holds.
struct BlockFigures: Hashable, Sendable {
  let plots: Int
  /// Square metres of lane.
  let lanes: Int
}

/// How the blocks of a bay look, so that equal blocks are worked out once, wherever they lie.
///
/// Prints are numbers of 64 bits. Two looks that differ and share one would only mislead the search: what is drawn is
/// worked out anew and proved.
struct BlockLooks: Sendable {
  private let bay: Bay
  /// The print of all slabs before each slab.
  private let sums: [UInt64]
  /// A power of ``factor`` for every number of slabs.
  private let powers: [UInt64]
  /// The print of the ways in each slab.
  private let ways: [UInt64]

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ bay: Bay) {
    self.bay = bay
    let slabs = bay.slabs.map { slab in
      bay.ground.stretches(of: slab).reduce(into: Print()) {
        $0.add(bay.ground.lows[$1])
        $0.add(bay.ground.highs[$1])
      }.adding([bay.laneReach[slab], bay.walkwayLevel[slab], bay.wayBehind[slab]])
    }
    sums = slabs.reduce(into: [0]) { $0.append(($0.last ?? 0) &* Self.factor &+ $1.value) }
    powers = slabs.reduce(into: [1]) { powers, _ in powers.append((powers.last ?? 1) &* Self.factor) }
    ways = bay.slabs.map { slab in
      bay.ways.ranges(of: slab).reduce(into: Print()) {
        $0.add($1.lowerBound)
        $0.add($1.upperBound)
      }.value
    }
  }

  func look(of block: Block) -> BlockLook {
    let slabs = block.slabs
    var print = Print(sums[slabs.upperBound] &- sums[slabs.lowerBound] &* powers[slabs.count])
    print.add(word: UInt64(block.rowLimit))
    // Ways beside a block serve it where no lane does.
    if block.leftReach == nil, !block.leftWays.isEmpty { print.add(word: ways[slabs.lowerBound - 1]) }
    print.add(word: 1)
    if block.rightReach == nil, !block.rightWays.isEmpty { print.add(word: ways[slabs.upperBound]) }
    return BlockLook(
      print: print.value, width: slabs.count, left: block.leftReach.map(SlabMap.rounded),
      right: block.rightReach.map(SlabMap.rounded), forks: block.forks, hasCourt: block.hasCourt)
  }
}

/// Numbers stirred into one: Fowler, Noll and Vo's way, 64 bits, word by word with a last stir of each.
private struct Print {
  private(set) var value: UInt64

  init(_ value: UInt64 = 0xCBF2_9CE4_8422_2325) { self.value = value }

  mutating func add(word: UInt64) {
    value = (value ^ word) &* 0x0000_0100_0000_01B3
    value ^= value >> 29
    value = value &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 32
  }

  /// Levels in whole ``SlabMap/tolerance``; nothing is a level of its own.
  mutating func add(_ level: Double?) {
    add(word: level.map { (SlabMap.rounded($0) + 0).bitPattern } ?? .max)
  }

  func adding(_ levels: [Double?]) -> Print { levels.reduce(into: self) { $0.add($1) } }
}
