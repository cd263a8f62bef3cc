import Geometry
import Settlement

/// Draws one settlement: the water first, then the land beside it, then what stands on the land.
struct SettlementBuilder {
  let traits: SyntheticSettlement.Traits
  var draw: SeededDraw
  var settlement = Settlement()
  /// Circles that are taken, so that nothing stands on anything else.
  var taken: [(centre: Point, radius: Double)] = []
  private var features = 0

  init(traits: SyntheticSettlement.Traits, seed: UInt64) {
    self.traits = traits
    // Another stream than the one that drew the traits.
    draw = SeededDraw(seed: seed ^ 0x6B6C_6F6E_6700_0000)
  }

  /// A settlement is one file; its features count from 0.
  mutating func reference(_ name: String) -> FeatureReference {
    defer { features += 1 }
    return FeatureReference(index: features, id: "\(name)-\(features)")
  }

  mutating func build() throws(InvalidShape) -> Settlement {
    let bank = Bank(points: course())
    let canal = reference("canal")
    settlement.canals = [try water(beside: bank, reference: canal)]
    var sides = [bank]
    if traits.hasBothBanks { sides.append(bank.moved(byMetres: -traits.canalWidthMetres).reversed) }
    for side in sides { try addLand(behind: side) }
    return settlement
  }
}
