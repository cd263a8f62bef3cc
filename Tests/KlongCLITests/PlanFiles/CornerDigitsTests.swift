import Foundation
import GeoJSON
import TestSupport
import Testing

@testable import KlongCLI

/// A made shape that another program rounded gets its own corners back; one that was moved does not.
@Suite struct CornerDigitsTests {
  /// Corners with nine decimals about a place, ring after ring.
  private static func polygon(seed: UInt64, longitude: Double, latitude: Double) -> FeatureGeometry {
    var random = SplitMix64(seed: seed)
    func nine(_ degrees: Double) -> Double { Double(fixed(degrees, decimals: 9)) ?? degrees }
    let rings = (0...Int.random(in: 0...2, using: &random)).map { _ in
      var ring = (0..<Int.random(in: 3...40, using: &random)).map { _ in
        Position(
          x: nine(longitude + .random(in: -1e-3...1e-3, using: &random)),
          y: nine(latitude + .random(in: -1e-3...1e-3, using: &random)))
      }
      ring.append(ring[0])
      return ring
    }
    return .polygon(rings)
  }

  private static func words(_ geometry: FeatureGeometry) -> [Substring] {
    CornerDigits.text(of: geometry).split(separator: " ")
  }

  private static func changed(_ geometry: FeatureGeometry, _ change: (Double) -> Double) -> FeatureGeometry {
    guard case .polygon(let rings) = geometry else { return geometry }
    return .polygon(rings.map { $0.map { Position(x: change($0.x), y: change($0.y)) } })
  }

  private static func rounded(_ degrees: Double, _ decimals: Int, _ rule: FloatingPointRoundingRule) -> Double
  {
    let scale = pow(10, Double(decimals))
    return (degrees * scale).rounded(rule) / scale
  }

  @Test(arguments: Array(UInt64(0)..<50), [6, 7, 8]) func roundedAndCut(seed: UInt64, decimals: Int) {
    for (longitude, latitude) in [(100.59, 13.85), (-70.2, -33.4), (0.4, -0.2)] {
      let made = Self.polygon(seed: seed, longitude: longitude, latitude: latitude)
      for rule in [FloatingPointRoundingRule.toNearestOrEven, .towardZero] {
        let saved = Self.changed(made) { Self.rounded($0, decimals, rule) }
        let isRestored = CornerDigits.restored(saved, from: Self.words(made)) == made
        #expect(isRestored, "\(longitude) \(latitude) \(rule)")
      }
    }
  }

  /// Editors turn rings round and start them elsewhere.
  @Test(arguments: UInt64(0)..<20) func turnedRings(seed: UInt64) throws {
    let made = Self.polygon(seed: seed, longitude: 100.59, latitude: 13.85)
    let saved = Self.changed(made) { Self.rounded($0, 7, .toNearestOrEven) }
    guard case .polygon(let rings) = saved, case .polygon(let own) = made else { return }
    let turned = rings.map { ring in
      let open = Array(ring.dropLast().reversed())
      return Array(open[2...] + open[..<2] + open[2...2])
    }
    let restored = try #require(CornerDigits.restored(.polygon(turned), from: Self.words(made)))
    guard case .polygon(let found) = restored else { return }
    for (ring, before) in zip(found, own) {
      #expect(ring.first == ring.last)
      #expect(Set(ring) == Set(before))
    }
  }

  /// Nothing is put back that a person moved, be it by one corner or by a millimetre with nine decimals.
  @Test(arguments: UInt64(0)..<50) func movedShapesStay(seed: UInt64) {
    let made = Self.polygon(seed: seed, longitude: 100.59, latitude: 13.85)
    let words = Self.words(made)
    func staysAsItIs(_ geometry: FeatureGeometry) -> Bool {
      CornerDigits.restored(geometry, from: words) == nil
    }
    #expect(staysAsItIs(made), "nothing was lost")
    for metres in [0.001, 0.01, 0.3] {
      let moved = Self.changed(made) { $0 + metres / 111_000 }
      #expect(staysAsItIs(moved), "\(metres)")
    }
    let far = Self.changed(made) { Self.rounded($0 + 0.3 / 111_000, 7, .toNearestOrEven) }
    #expect(staysAsItIs(far))
    guard case .polygon(var rings) = Self.changed(made, { Self.rounded($0, 7, .toNearestOrEven) }) else {
      return
    }
    rings[0][1].x += 3e-7
    #expect(staysAsItIs(.polygon(rings)))
  }

  @Test(arguments: ["", "12345678", "1234567", "abcdefgh", "12345678 12345678", "-1234567"])
  func oddDigitsAreNoDigits(text: String) {
    let geometry = Self.changed(Self.polygon(seed: 3, longitude: 100, latitude: 13)) {
      Self.rounded($0, 7, .up)
    }
    let isLeftAlone = CornerDigits.restored(geometry, from: text.split(separator: " ")) == nil
    #expect(isLeftAlone)
  }
}
