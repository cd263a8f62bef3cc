public import Geometry
public import Settlement

/// The larger sample: an invented settlement at a real place, the east bank of Khlong Bang Bua at km 1.0.
///
/// Place, bearing, widths and house sizes are those of facts/canals-and-data-hazards.md §1; every house, boundary,
/// number and date is invented. Distances are metres along the canal, downstream, from km 1.0.
public struct BangBua: Hashable, Sendable {
  public var settlement: Settlement
  /// The line that the city might draw later, at half of its 38 m from the centre line.
  public var laterBank: BankLine

  /// The seed of the sample in the repository.
  public static let sampleSeed: UInt64 = 2568

  public static let households = 190
  /// Within the 20 m to 30 m of today.
  public static let canalWidthMetres = 25.0
  /// The city's design width.
  public static let laterWidthMetres = 38.0
  static let canalName = "Khlong Bang Bua"

  /// - Throws: `InvalidShape` never in practice; it would be a fault of this module.
  public static func made(seed: UInt64 = sampleSeed) throws(InvalidShape) -> BangBua {
    var builder = BangBuaBuilder(seed: seed)
    return try builder.build()
  }
}
