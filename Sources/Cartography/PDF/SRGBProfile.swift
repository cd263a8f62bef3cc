/// The colour space of all inks as an ICC profile (ICC.1:2010, version 4.2; IEC 61966-2-1), made from its published figures.
enum SRGBProfile {
  static let bytes: [UInt8] = {
    let curve =
      [0x7061_7261, 0, 0x0003_0000] + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed)
    let parts: [(names: [UInt32], words: [UInt32])] = [
      ([0x6465_7363], text("sRGB")), ([0x6370_7274], text("CC0 ")),
      ([0x7774_7074], xyz(0.9642, 1, 0.8249)),
      ([0x7258_595A], xyz(0.43607, 0.22249, 0.01392)), ([0x6758_595A], xyz(0.38515, 0.71687, 0.09708)),
      ([0x6258_595A], xyz(0.14307, 0.06061, 0.7141)), ([0x7254_5243, 0x6754_5243, 0x6254_5243], curve),
      // From the white of daylight at 6,504 K to that of the connection space.
      (
        [0x6368_6164],
        [0x7366_3332, 0]
          + [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168].map(fixed)
      ),
    ]
    let count = parts.reduce(0) { $0 + $1.names.count }
    var table = [UInt32(count)]
    var body: [UInt32] = []
    for part in parts {
      let offset = 128 + 4 + 12 * count + 4 * body.count
      for name in part.names { table += [name, UInt32(offset), UInt32(4 * part.words.count)] }
      body += part.words
    }
    let size = UInt32(128 + 4 * (table.count + body.count))
    // Monitor profile, RGB to XYZ, 1 January 2026; the signature; the connection space's white.
    let head: [UInt32] =
      [size, 0, 0x0420_0000, 0x6D6E_7472, 0x5247_4220, 0x5859_5A20, 0x07EA_0001, 0x0001_0000, 0]
      + [0x6163_7370, 0, 0, 0, 0, 0, 0, 0, 0x0000_F6D6, 0x0001_0000, 0x0000_D32D]
    let words = head + [UInt32](repeating: 0, count: 32 - head.count) + table + body
    return words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }()

  /// A number with 16 bits before and 16 behind the point.
  private static func fixed(_ value: Double) -> UInt32 {
    UInt32(bitPattern: Int32((value * 65536).rounded()))
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt32] {
    [0x5859_5A20, 0] + [x, y, z].map(fixed)
  }

  /// Four letters in English.
  private static func text(_ letters: String) -> [UInt32] {
    let units = letters.utf16.map(UInt32.init)
    guard units.count == 4 else { return [] }
    return [0x6D6C_7563, 0, 1, 12, 0x656E_5553, 8, 28] + [
      units[0] << 16 | units[1], units[2] << 16 | units[3],
    ]
  }
}
