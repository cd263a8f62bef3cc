public import Cooperative
import Geometry
import Settlement

extension BangBua {
  /// More households than houses, as in every settlement: some share one, some rent a room.
  public static let householdsOfRoster = 197

  /// Households for the sample: invented numbers, and nobody's name.
  ///
  /// Tenures, incomes and savings are drawn from ranges chosen to exercise the tool; they tell of no place.
  public func roster(seed: UInt64 = sampleSeed) -> Roster {
    var draw = SeededDraw(seed: seed ^ 0x526F_7374)
    let houses = settlement.houses.map(\.label)
    let shared = Set(draw.shuffled(Array(houses.indices)).prefix(Self.householdsOfRoster - houses.count))
    var households: [Household] = []
    var group: (name: String, left: Int)?
    var groups = 0
    for (place, house) in houses.enumerated() {
      if (group?.left ?? 0) == 0 || isFar(place) {
        // Neighbours along a row make groups of five to eight (facts/law-and-practice.md §3.4); some make none.
        groups += 1
        group =
          draw.chance(0.7) ? ("G\(groups)", draw.whole(from: 5, to: 8)) : ("", draw.whole(from: 3, to: 6))
      }
      for second in shared.contains(place) ? [false, true] : [false] {
        var household = Household(
          id: Self.code(households.count + 1), house: house, row: households.count + 2)
        household.people = draw.whole(from: 1, to: 7)
        household.tenure = second ? draw.pick([.sharer, .renter]) : (draw.chance(0.12) ? .renter : .owner)
        household.group = group.flatMap { $0.name.isEmpty ? nil : $0.name }
        for (need, chance) in Self.needs where draw.chance(chance) { household.needs.insert(need) }
        if !households.isEmpty, draw.chance(0.06) {
          household.kin = [Self.code(draw.whole(from: 1, to: households.count))]
        }
        household.income = Money(baht: draw.whole(from: 14, to: 60) * 500)
        household.savings = Money(baht: draw.whole(from: 0, to: 80) * 500)
        household.debt = draw.chance(0.35) ? Money(baht: draw.whole(from: 1, to: 12) * 250) : nil
        households.append(household)
      }
      group?.left -= 1
    }
    return Roster(households: households)
  }

  /// Whether a house stands in another row than the one before it: nobody's group reaches over there.
  private func isFar(_ place: Int) -> Bool {
    guard place > 0, let here = settlement.houses[place].shape.bounds.centre,
      let before = settlement.houses[place - 1].shape.bounds.centre
    else { return false }
    return here.distance(to: before) > 25
  }

  private static let needs: [(Household.Need, Double)] = [
    (.elder, 0.14), (.wheelchair, 0.04), (.shop, 0.07), (.quiet, 0.04), (.nearCanal, 0.04), (.nearRoad, 0.04),
  ]

  private static func code(_ number: Int) -> String {
    let digits = String(number)
    return "H" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
