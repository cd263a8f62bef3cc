internal import Geometry

extension UnsafeBufferPointer<Point> {
  /// The given places of points so that points near each other come near each other.
  ///
  /// Files hold buildings in any order; judged in this one, the same pieces of canal stay in the processor's cache.
  /// In squares of 64 m along Morton's curve ("A computer oriented geodetic data base", 1966).
  func nearbyOrder(of places: [Int]) -> [Int] {
    let side = 64.0
    var keys = places.enumerated().map { number, place -> UInt64 in
      let point = self[place]
      return UInt64(Self.interleaved(cell(point.x / side), cell(point.y / side))) << 32 | UInt64(number)
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Only nearness counts, so that a number too large may begin anew.
  private func cell(_ value: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: Int(value.rounded(.down))) & 0xFFFF
  }

  private static func interleaved(_ a: UInt32, _ b: UInt32) -> UInt32 { spread(a) | spread(b) << 1 }

  /// Sixteen bits with a zero before each.
  private static func spread(_ bits: UInt32) -> UInt32 {
    var bits = bits
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }
}
