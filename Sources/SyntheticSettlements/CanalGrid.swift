import Geometry
import Settlement

/// Straight canals side by side, so that every distance beside them is known without measuring.
struct CanalGrid {
  /// Below 10 m and from 10 m on: MR 55 clause 42 asks for 3 m and 6 m.
  static let widthsMetres = [8.0, 25]
  static let lengthMetres = 1000.0
  /// From one canal to the next: nothing on one reaches the strip of another.
  static let pitchMetres = 110.0
  /// About 37 degrees from east, with an exact cosine and sine.
  static let direction = Vector(dx: 0.8, dy: 0.6)

  let index: Int

  var widthMetres: Double { Self.widthsMetres[index % Self.widthsMetres.count] }

  /// MR 55 clause 42 (facts/law-and-practice.md §1.1).
  var setbackMetres: Double { widthMetres < 10 ? 3 : 6 }

  var name: String { "Khlong \(index + 1) (made up)" }

  /// The bank with land on its left.
  var bank: Bank {
    let start = SettlementBuilder.origin + Self.direction.left * (Self.pitchMetres * Double(index))
    return Bank(points: [start, start + Self.direction * Self.lengthMetres])
  }

  /// The other bank, with the land on its own left.
  var farBank: Bank { bank.moved(byMetres: -widthMetres).reversed }

  func canal(reference: FeatureReference) throws(InvalidShape) -> Canal {
    let long = bank.lengthened(byMetres: 50)
    let far = long.moved(byMetres: -widthMetres).points
    return Canal(
      reference: reference, name: name,
      area: [try Polygon(corners: (far + long.points.reversed()).toMillimetres)], widthMetres: widthMetres)
  }

  /// A rectangle beside a bank, `inland` metres from it at its nearest; negative reaches over the water.
  static func rectangle(beside bank: Bank, along: Double, inland: Double, width: Double, depth: Double)
    -> [Point]
  {
    [(along, inland), (along + width, inland), (along + width, inland + depth), (along, inland + depth)]
      .map { bank.place(along: $0.0, inland: $0.1) }.toMillimetres
  }
}
