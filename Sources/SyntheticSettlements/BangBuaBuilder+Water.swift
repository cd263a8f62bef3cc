import Geometry
import Settlement

extension BangBuaBuilder {
  /// Bearing 168 degrees, where the line heads at km 1.0: (sin 168°, cos 168°).
  static let downstream = Vector(dx: 0.20791169, dy: -0.97814760)

  /// From bearing 178 at km 0.5 to 160 at km 1.5 the canal turns 18 degrees to the left: 0.31 radians in 1,000 m.
  static let turnPerMetre = 0.000_314

  static let stationSpacingMetres = 12.0

  /// A gently bent centre line, near the true course but no copy of it.
  static func centreline(from start: Double, to end: Double, drawing draw: inout SeededDraw) -> Bank {
    let wiggles = (0...16).map { _ in draw.number(from: -1, to: 1) }
    let stations = Array(stride(from: start, through: end, by: stationSpacingMetres))
    return Bank(
      points: stations.map { along in
        let aside = turnPerMetre / 2 * along * along + wiggle(at: (along - start) / 45, among: wiggles)
        return SettlementBuilder.origin + downstream * along + downstream.left * aside
      })
  }

  /// A smooth line through the drawn values.
  private static func wiggle(at place: Double, among values: [Double]) -> Double {
    let index = Int(place)
    guard values.indices.contains(index), values.indices.contains(index + 1) else { return 0 }
    let share = place - Double(index)
    let eased = share * share * (3 - 2 * share)
    return values[index] * (1 - eased) + values[index + 1] * eased
  }

  mutating func addWater() throws(InvalidShape) {
    let far = centreline.moved(byMetres: -BangBua.canalWidthMetres / 2)
    let corners = (far.points + bank.points.reversed()).toMillimetres
    settlement.canals = [
      Canal(
        reference: reference("canal"), name: BangBua.canalName, area: [try Polygon(corners: corners)],
        widthMetres: BangBua.canalWidthMetres, isLined: false)
    ]
    settlement.banks = [
      BankLine(
        reference: reference("bank-2024"), line: try LineString(alongSettlement(bank)),
        canal: BangBua.canalName, date: "2024-02-01", source: "invented survey of the legal bank",
        author: "invented surveyor")
    ]
  }

  func laterBank() throws(InvalidShape) -> BankLine {
    let moved = centreline.moved(byMetres: BangBua.laterWidthMetres / 2)
    return BankLine(
      reference: .init(index: 0, id: "bank-2026"), line: try LineString(alongSettlement(moved)),
      canal: BangBua.canalName, date: "2026-01-15", source: "invented design of a canal 38 m wide",
      author: "invented drainage office")
  }

  /// The settlement's stretch of a bank and two stations more at both ends.
  private func alongSettlement(_ bank: Bank) -> [Point] {
    Array(bank.points.dropFirst(3).dropLast(3)).toMillimetres
  }
}
