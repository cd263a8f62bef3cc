internal import JSON

/// What an upgrade does to the homes of today: re-blocking beside laying out anew.
struct UpgradeFigures {
  let isReblocked: Bool
  /// Parcels or houses that are there today.
  let homes: Int
  let staying: Int
  /// Of a layout made anew.
  let plots: Int?
  let withoutAccess: Int?
  /// Metres of new lane; nil where lanes are areas.
  let newLaneMetres: Double?
  let takenSquareMetres: Double?
  let housesCut: Int?
  let longestWalkMetres: Double?

  /// Nil for what is no plan.
  init?(_ file: ComparedFile) {
    guard let layout = file.layout else { return nil }
    isReblocked = layout.isReblocked
    guard isReblocked, let measures = layout.header?["measures"] else {
      homes = layout.settlement.houses.count
      staying = layout.settlement.houses.count(where: \.isLocked)
      plots = layout.plan.plots.count
      (withoutAccess, newLaneMetres, takenSquareMetres, housesCut) = (nil, nil, nil, nil)
      longestWalkMetres = layout.measures[.walkToRoadMost]
      return
    }
    plots = nil
    homes = measures["parcels"]?.int ?? 0
    staying = homes - (measures["parcels_emptied"]?.int ?? 0)
    withoutAccess = measures["isolated_after"]?.int
    newLaneMetres = measures["new_lane_m"]?.double
    takenSquareMetres = measures["lane_m2"]?.double
    housesCut = measures["houses_cut"]?.int
    longestWalkMetres = measures["walk_longest_m"]?.double
  }

  var text: String {
    let walk = longestWalkMetres.map { ", longest walk \(fixed($0, decimals: 0)) m" } ?? ""
    guard isReblocked else {
      return
        "laid out anew: \(staying) of \(counted(homes, "house")) stay, \(counted(plots ?? 0, "plot"))\(walk)"
    }
    let taken = takenSquareMetres.map { ", \(fixed($0, decimals: 0)) m² of land given" } ?? ""
    let cut = housesCut.flatMap { $0 > 0 ? ", \(counted($0, "house")) cut" : nil } ?? ""
    return
      "re-blocked: \(staying) of \(counted(homes, "parcel")) stay, \(withoutAccess ?? 0) without access; "
      + "\(fixed(newLaneMetres ?? 0, decimals: 0)) m of new lane\(taken)\(cut)\(walk)"
  }

  var json: JSONValue {
    [
      "reblocked": .bool(isReblocked), "homes": .count(homes), "staying": .count(staying),
      "plots": .count(plots),
      "without_access": .count(withoutAccess), "new_lane_m": newLaneMetres.map(JSONValue.metres) ?? .null,
      "taken_m2": takenSquareMetres.map(JSONValue.squareMetres) ?? .null, "houses_cut": .count(housesCut),
      "walk_longest_m": longestWalkMetres.map(JSONValue.metres) ?? .null,
    ]
  }
}
