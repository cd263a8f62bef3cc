public import Geometry
import Settlement

extension SyntheticSettlement {
  /// A settlement drawn by lot.
  ///
  /// - Throws: `InvalidShape` never in practice; it would be a fault of this module.
  public static func random(seed: UInt64) throws(InvalidShape) -> SyntheticSettlement {
    try made(.random(seed: seed), seed: seed)
  }

  /// A settlement with these traits, its details drawn by lot.
  public static func made(_ traits: Traits, seed: UInt64) throws(InvalidShape) -> SyntheticSettlement {
    var builder = SettlementBuilder(traits: traits, seed: seed)
    return SyntheticSettlement(name: "seed \(seed): \(traits)", settlement: try builder.build())
  }
}
