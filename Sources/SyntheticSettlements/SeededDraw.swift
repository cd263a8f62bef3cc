/// A small seeded generator, SplitMix64, the same on every machine (Steele, Lea, Flood 2014, public domain).
///
/// The draws are written out here because the standard library does not promise the same ones for ever.
package struct SeededDraw {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 up to, not including, 1.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  package mutating func number(from low: Double, to high: Double) -> Double {
    low + (high - low) * fraction()
  }

  /// One of `low ... high`; `low` when they are the wrong way round.
  mutating func whole(from low: Int, to high: Int) -> Int {
    guard high > low else { return low }
    return low + Int(next().multipliedFullWidth(by: UInt64(high - low + 1)).high)
  }

  mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  /// One of the values, or nil when there are none.
  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[whole(from: 0, to: values.count - 1)]
  }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var mixed = values
    for last in stride(from: mixed.count - 1, to: 0, by: -1) {
      mixed.swapAt(last, whole(from: 0, to: last))
    }
    return mixed
  }
}
