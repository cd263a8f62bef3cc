internal import GeoJSON
internal import JSON
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
  /// Ways of the earlier layout, laid again where plots that stay need them.
  var earlierWays: [Lane] = []
  /// Plots of the earlier layout that give way to the new one.
  var earlierPlots: [Plot] = []
  /// Properties that features get which are passed on.
  var marks: [FeatureReference: [(String, JSONValue)]] = [:]
  /// How many plots of the earlier layout stay though nobody locked them.
  private(set) var stayed = 0
  /// What people did to each thing that stays; nothing for plots that stay of themselves.
  let edits: [FeatureReference: HandEdit]
  /// Numbers of the earlier layout whose plots a person took out.
  let deletedNumbers: [Int]

  /// - Parameter staying: plots and lanes of the earlier layout that stay though nobody locked them.
  init(_ intake: Intake, staying: Set<FeatureReference> = []) throws {
    settlement = intake.settlement
    let earlier = try EarlierLayout(intake)
    (edits, deletedNumbers) = (earlier.edits, earlier.deletedNumbers)
    let plots = settlement.plots
    settlement.plots = keep(settlement.plots, earlier, staying, \.reference, \.isLocked) {
      $0.isLocked = true
    }
    let standing = Set(settlement.plots.map(\.reference))
    stayed = standing.intersection(staying).count
    earlierPlots = plots.filter { !standing.contains($0.reference) }
    settlement.sharedPlaces = keep(settlement.sharedPlaces, earlier, [], \.reference, \.isLocked) {
      $0.isLocked = true
    }
    settlement.lanes = lanes(earlier, staying)
    let made = intake.sources.flatMap(\.features).filter {
      [.building, .setback, .finding].contains($0.role) && earlier.untouched.contains($0.reference)
    }
    replaced.formUnion(made.map(\.reference))
    replaced.formUnion(intake.setAside)
  }

  /// The things that stay, locked; what klong made and nobody touched or locked gives way.
  private mutating func keep<Thing>(
    _ things: [Thing], _ earlier: EarlierLayout, _ staying: Set<FeatureReference>,
    _ reference: (Thing) -> FeatureReference, _ isLocked: (Thing) -> Bool, _ lock: (inout Thing) -> Void
  ) -> [Thing] {
    things.compactMap { thing in
      let own = reference(thing)
      if earlier.untouched.contains(own), !isLocked(thing), !staying.contains(own) {
        replaced.insert(own)
        return nil
      }
      if !staying.contains(own) { kept.append(own) }
      var thing = thing
      lock(&thing)
      return thing
    }
  }

  /// Today's paths stay only where they are locked; a lane that a person drew into an earlier plan stays.
  private mutating func lanes(_ earlier: EarlierLayout, _ staying: Set<FeatureReference>) -> [Lane] {
    var stays: [Lane] = []
    for var lane in settlement.lanes {
      if staying.contains(lane.reference) {
        lane.isLocked = true
        // The new walkway covers the one that stays.
        if lane.use == .walkway { replaced.insert(lane.reference) }
        stays.append(lane)
      } else if earlier.untouched.contains(lane.reference), !lane.isLocked {
        replaced.insert(lane.reference)
        earlierWays.append(lane)
      } else if lane.isLocked || (!earlier.isEmpty && earlier.edits[lane.reference] != nil) {
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
    for index in ground.settlement.houses.indices
    where houses.contains(ground.settlement.houses[index].reference) {
      ground.settlement.houses[index].isLocked = true
      ground.marks[ground.settlement.houses[index].reference] = [("locked", true)]
    }
    return ground
  }

  /// How many households need a plot when nobody says: one for each house that does not stay.
  ///
  /// - Parameter sites: files of sites to which people move; who lives there already is not counted.
  func houses(outside sites: [String]) -> Int? {
    let moving = settlement.houses.count { !$0.isLocked && !sites.contains($0.reference.file ?? "") }
    return moving > 0 ? moving : nil
  }
}
