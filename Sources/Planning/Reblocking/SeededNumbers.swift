/// Numbers that look drawn and are the same on every machine for one seed (Steele, Lea, Flood 2014, SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 up to, not including, 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of `0 ..< limit`; 0 where there is none.
  mutating func below(_ limit: Int) -> Int {
    limit < 1 ? 0 : Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }
}
