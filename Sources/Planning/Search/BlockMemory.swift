import Synchronization

/// What blocks hold, remembered from one search to the next over much the same ground.
///
/// What a block holds hangs on its looks and the rules alone, not on what a plan is to be good at.
final class BlockMemory: Sendable {
  private let known = Mutex<[LayoutRules: [BlockLook: BlockFigures]]>([:])

  func blocks(under rules: LayoutRules) -> [BlockLook: BlockFigures] {
    known.withLock { $0[rules] ?? [:] }
  }

  /// Nothing more is remembered beyond so many blocks of one set of rules: about 70 MB.
  private static let mostBlocks = 300_000

  func remember(_ found: [[BlockLook: BlockFigures]], under rules: LayoutRules) {
    known.withLock { known in
      for figures in found where known[rules]?.count ?? 0 < Self.mostBlocks {
        known[rules, default: [:]].merge(figures) { first, _ in first }
      }
    }
  }
}
