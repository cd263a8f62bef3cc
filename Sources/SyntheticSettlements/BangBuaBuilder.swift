import Geometry
import Settlement

/// Draws the sample: canal, land, what must stay, then the houses round it.
struct BangBuaBuilder {
  var draw: SeededDraw
  var settlement = Settlement()
  /// The legal bank of today, the land on its left.
  let bank: Bank
  let centreline: Bank
  /// The bank where the settlement is.
  let front: Bank
  /// Nothing else may stand here.
  var taken: [Rectangle] = []
  private var features = 0

  /// Where the settlement begins and ends, along the centre line.
  static let start = -196.0
  static let end = 200.0

  init(seed: UInt64) {
    var draw = SeededDraw(seed: seed)
    centreline = Self.centreline(from: Self.start - 60, to: Self.end + 60, drawing: &draw)
    bank = centreline.moved(byMetres: BangBua.canalWidthMetres / 2)
    // The first and the last five stations lie outside the settlement.
    front = Bank(points: Array(bank.points.dropFirst(5).dropLast(5)).toMillimetres)
    self.draw = draw
  }

  mutating func build() throws(InvalidShape) -> BangBua {
    try addWater()
    try addLand()
    try addKeeps()
    try addHouses()
    try addLanes()
    return BangBua(settlement: settlement, laterBank: try laterBank())
  }

  mutating func reference(_ id: String) -> FeatureReference {
    defer { features += 1 }
    return FeatureReference(index: features, id: id)
  }
}
