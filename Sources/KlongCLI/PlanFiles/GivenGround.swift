internal import GeoJSON
internal import Settlement

/// What a plan is made on: today's settlement, with all that people have decided standing fast.
struct GivenGround {
  var settlement: Settlement
  /// Features of an earlier layout that give way to the new one; they are not passed on.
  var replaced: Set<FeatureReference> = []
  /// Plots, shared places and lanes that people drew, moved or locked, and that therefore stay.
  var kept: [FeatureReference] = []
  /// Today's lanes that the plan clears away.
  var cleared: [Lane] = []
  /// Houses that a plan was laid out around of its own accord: they are locked in its file.
  var keptHouses: Set<FeatureReference> = []

  init(_ intake: Intake) throws {
    settlement = intake.settlement
    let earlier = try EarlierLayout(intake)
    settlement.plots = keep(settlement.plots, earlier, \.reference, \.isLocked) { $0.isLocked = true }
    settlement.sharedPlaces = keep(settlement.sharedPlaces, earlier, \.reference, \.isLocked) {
      $0.isLocked = true
    }
    settlement.lanes = lanes(earlier)
    let made = intake.sources.flatMap(\.features).filter {
      [.building, .setback, .finding].contains($0.role) && earlier.untouched.contains($0.reference)
    }
    replaced.formUnion(made.map(\.reference))
  }

  /// The things that stay, locked; what klong made and nobody touched or locked gives way.
  private mutating func keep<Thing>(
    _ things: [Thing], _ earlier: EarlierLayout, _ reference: (Thing) -> FeatureReference,
    _ isLocked: (Thing) -> Bool, _ lock: (inout Thing) -> Void
  ) -> [Thing] {
    things.compactMap { thing in
      if earlier.untouched.contains(reference(thing)), !isLocked(thing) {
        replaced.insert(reference(thing))
        return nil
      }
      kept.append(reference(thing))
      var thing = thing
      lock(&thing)
      return thing
    }
  }

  /// Today's paths stay only where they are locked; a lane that a person drew into an earlier plan stays.
  private mutating func lanes(_ earlier: EarlierLayout) -> [Lane] {
    var stays: [Lane] = []
    for var lane in settlement.lanes {
      if earlier.untouched.contains(lane.reference), !lane.isLocked {
        replaced.insert(lane.reference)
      } else if lane.isLocked || earlier.isDrawnByHand(lane.reference) {
        lane.isLocked = true
        kept.append(lane.reference)
        stays.append(lane)
      } else {
        cleared.append(lane)
      }
    }
    return stays
  }

  /// The same with some houses locked.
  func keeping(_ houses: Set<FeatureReference>) -> GivenGround {
    var ground = self
    ground.keptHouses = houses
    for index in ground.settlement.houses.indices
    where houses.contains(ground.settlement.houses[index].reference) {
      ground.settlement.houses[index].isLocked = true
    }
    return ground
  }

  /// How many households need a plot when nobody says: one for each house that does not stay.
  var houses: Int? {
    let moving = settlement.houses.count { !$0.isLocked }
    return moving > 0 ? moving : nil
  }
}
