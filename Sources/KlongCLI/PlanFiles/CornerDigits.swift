internal import GeoJSON
internal import JSON

/// What a map editor's rounding takes off the corners of a made shape: the sixth to ninth decimal of each degree.
///
/// A tool that writes seven decimals moves every corner by up to 6 mm, one that writes six (RFC 7946 §11.2) by 6 cm:
/// plots overlap and rows stand too near to each other, though nobody moved them. With these digits in a property, a
/// shape that was rounded and not moved is known again and gets its own corners back.
enum CornerDigits {
  /// How many decimals of a degree are kept, and how many of them are remembered.
  private static let decimals = 9
  private static let kept = 10_000.0
  private static let scale = 1e9

  /// Ring after ring and line after line, eight digits for each corner: four of the longitude, four of the latitude.
  static func text(of geometry: FeatureGeometry) -> String {
    geometry.chains.map { chain in
      chain.open.map { digits($0.x) + digits($0.y) }.joined()
    }.joined(separator: " ")
  }

  /// The geometry as klong made it; nil where it was moved or reshaped, and where nothing was lost.
  ///
  /// Rings may have been turned round and may start elsewhere.
  /// - Parameter words: what ``text(of:)`` gave, at its blanks.
  static func restored(_ geometry: FeatureGeometry, from words: [Substring]) -> FeatureGeometry? {
    let chains = geometry.chains
    guard chains.count == words.count, let unit = lost(chains.flatMap(\.positions)) else { return nil }
    var positions: [Position] = []
    for (chain, word) in zip(chains, words) {
      guard let corners = corners(word), let own = chain.restored(by: corners, lost: unit) else { return nil }
      positions += own
    }
    let own = geometry.replacing(positions)
    return own == geometry ? nil : own
  }

  private static func digits(_ degrees: Double) -> String {
    String(fixed(degrees, decimals: decimals).suffix(4))
  }

  /// The digits of each corner as whole numbers.
  private static func corners(_ word: Substring) -> [(x: Double, y: Double)]? {
    let digits = Array(word.utf8)
    let areDecimal = digits.allSatisfy { (0x30...0x39).contains($0) }
    guard digits.count.isMultiple(of: 8), areDecimal else { return nil }
    func number(_ start: Int) -> Double {
      digits[start..<start + 4].reduce(0) { $0 * 10 + Double($1 - 0x30) }
    }
    return stride(from: 0, to: digits.count, by: 8).map { (number($0), number($0 + 4)) }
  }

  /// The step to which a tool rounded, in units of the ninth decimal; nil where it kept nine and more, or too few to
  /// know a corner again.
  private static func lost(_ positions: [Position]) -> Double? {
    var step = 1000.0
    for degrees in positions.lazy.flatMap({ [$0.x, $0.y] }) {
      let units = (abs(degrees) * scale).rounded()
      guard units < 1e12, abs(abs(degrees) * scale - units) < 0.01 else { return nil }
      while step > 1, units.remainder(dividingBy: step) != 0 { step /= 10 }
      if step == 1 { return nil }
    }
    return positions.isEmpty ? nil : step
  }

  /// The coordinate with these last digits that a tool can have rounded to the one it wrote.
  fileprivate static func unrounded(_ degrees: Double, _ digits: Double, lost step: Double) -> Double? {
    let units = (abs(degrees) * scale).rounded()
    let difference = (digits - units).remainder(dividingBy: kept)
    // Up to half a step where it rounded, up to a whole one where it cut.
    guard abs(difference) <= step else { return nil }
    let own = (units + difference) / scale
    return degrees < 0 ? -own : own
  }
}

/// A ring, a line or a bunch of points.
private struct Chain {
  var positions: [Position]
  var isRing: Bool

  /// Without the last corner of a ring, which is its first.
  var open: ArraySlice<Position> { isRing ? positions.dropLast() : positions[...] }

  /// The positions before they were rounded; nil where they are others.
  func restored(by corners: [(x: Double, y: Double)], lost step: Double) -> [Position]? {
    let open = open
    guard corners.count == open.count, !corners.isEmpty else { return nil }
    for isTurned in isRing ? [false, true] : [false] {
      for start in 0..<(isRing ? corners.count : 1) {
        var own: [Position] = []
        for (place, position) in open.enumerated() {
          let turned = isTurned ? corners.count - 1 - place : place
          let corner = corners[(turned + start) % corners.count]
          guard let x = CornerDigits.unrounded(position.x, corner.x, lost: step),
            let y = CornerDigits.unrounded(position.y, corner.y, lost: step)
          else { break }
          own.append(Position(x: x, y: y, z: position.z))
        }
        if own.count == open.count { return own + (isRing ? own.prefix(1) : []) }
      }
    }
    return nil
  }
}

extension FeatureGeometry {
  /// Its rings, lines and points in the order of its positions.
  fileprivate var chains: [Chain] {
    switch self {
    case .point(let position): [Chain(positions: [position], isRing: false)]
    case .multiPoint(let positions), .lineString(let positions):
      [Chain(positions: positions, isRing: false)]
    case .multiLineString(let parts): parts.map { Chain(positions: $0, isRing: false) }
    case .polygon(let rings): rings.map { Chain(positions: $0, isRing: true) }
    case .multiPolygon(let polygons): polygons.flatMap { $0 }.map { Chain(positions: $0, isRing: true) }
    case .collection(let members): members.flatMap(\.chains)
    }
  }
}
