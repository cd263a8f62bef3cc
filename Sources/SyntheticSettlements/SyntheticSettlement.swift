public import Settlement

/// A made-up settlement beside a canal, for samples, property tests and benchmarks; nobody lives there.
///
/// The same seed gives the same settlement on every machine: coordinates are whole millimetres of UTM zone 47N.
public struct SyntheticSettlement: Hashable, Sendable {
  /// Says what kind it is, for the message of a failing test.
  public var name: String
  public var settlement: Settlement

  public init(name: String, settlement: Settlement) {
    self.name = name
    self.settlement = settlement
  }
}

extension SyntheticSettlement: CustomStringConvertible {
  public var description: String { name }
}
