internal import GEOS
internal import Geometry
internal import JSON
internal import Planning

/// What a later file means for a parcel beside what the first one does.
struct ParcelChange {
  let before: ParcelProspect?
  let after: ParcelProspect?

  /// Parcels that share less of the smaller one are not the same. A choice of ours.
  private static let sameGround = 0.5
  /// What is less than this is no difference to anybody, in square metres and metres. A choice of ours.
  private static let noticeableSquareMetres = 0.1
  private static let noticeableMetres = 1.0

  /// Every parcel of either file, where one of them is a re-blocking.
  static func all(_ old: ComparedFile.Layout, _ new: ComparedFile.Layout) throws -> [ParcelChange] {
    guard old.isReblocked || new.isReblocked else { return [] }
    let (before, after) = (try ParcelProspect.all(in: old), try ParcelProspect.all(in: new))
    // A plan need not know of parcels: what it means for them is told by where they lie.
    if before.isEmpty, !old.isReblocked {
      let plots = try PlotMiddles(old.plan.plots)
      return try after.map { ParcelChange(before: try $0.laidOut(by: plots), after: $0) }
    }
    if after.isEmpty, !new.isReblocked {
      let plots = try PlotMiddles(new.plan.plots)
      return try before.map { ParcelChange(before: $0, after: try $0.laidOut(by: plots)) }
    }
    let pairs = try paired(before, after)
    let taken = Set(pairs.compactMap(\.self))
    return zip(before, pairs).map { parcel, other in
      ParcelChange(before: parcel, after: other.map { after[$0] })
    }
      + after.indices.filter { !taken.contains($0) }.map { ParcelChange(before: nil, after: after[$0]) }
  }

  /// For each parcel before its place after: by its id where they still meet, by ground, else by its place in the file.
  private static func paired(_ before: [ParcelProspect], _ after: [ParcelProspect]) throws -> [Int?] {
    let byName = Dictionary(
      after.enumerated().compactMap { place, parcel in parcel.reference.id.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    let byPlace = Dictionary(
      after.enumerated().map { ($1.reference.index, $0) }, uniquingKeysWith: { first, _ in first })
    let shapes = after.map { Shape($0.ground) }
    let index = SpatialIndex(shapes.map(\.bounds))
    var taken = Set<Int>()
    return try before.map { parcel in
      let shape = Shape(parcel.ground)
      func isMeant(_ other: Int) -> Bool {
        shape.isEmpty || shapes[other].isEmpty || shapes[other].bounds.meets(shape.bounds)
      }
      var found = parcel.reference.id.flatMap { byName[$0] }.flatMap { isMeant($0) ? $0 : nil }
      if found.map(taken.contains) ?? true, !shape.isEmpty {
        found = try index.query(shape.bounds).filter { !taken.contains($0) }.first {
          let smaller = min(shape.areaInSquareMetres, shapes[$0].areaInSquareMetres)
          return try shape.intersection(shapes[$0]).areaInSquareMetres > sameGround * smaller
        }
      }
      if found == nil, let other = byPlace[parcel.reference.index], !taken.contains(other),
        shape.isEmpty || shapes[other].isEmpty
      {
        found = other
      }
      guard let found, taken.insert(found).inserted else { return nil }
      return found
    }
  }

  /// Where it lies now, or where it lay.
  var ground: [Polygon] { after.flatMap { $0.ground.isEmpty ? nil : $0.ground } ?? before?.ground ?? [] }

  /// How many square metres more it gives, where it stays both times.
  var moreGiven: Double? {
    before?.stays.flatMap { old in after?.stays.map { $0.givenSquareMetres - old.givenSquareMetres } }
  }

  /// How many metres farther it is from a road, where it has access both times.
  var moreWalk: Double? {
    before?.stays?.walk.flatMap { old in after?.stays?.walk.map { $0 - old } }
  }

  var isChanged: Bool {
    guard let old = before?.stays, let new = after?.stays else { return true }
    return abs(moreGiven ?? 0) > Self.noticeableSquareMetres || abs(moreWalk ?? 0) > Self.noticeableMetres
      || (old.servedBy == nil) != (new.servedBy == nil) || old.isEmptied != new.isEmptied
  }

  /// Those who lose their access or their ground first, then who gives more, then who walks farther.
  var weight: Double {
    if after?.stays?.isEmptied ?? false { return 1e9 }
    if let stays = after?.stays, stays.servedBy == nil { return 1e8 }
    return max(0, moreGiven ?? after?.moves?.metres ?? after?.stays?.givenSquareMetres ?? 0) * 1000
      + (moreWalk ?? 0)
  }

  /// How many gain and lose what.
  static func sums(_ changes: [ParcelChange]) -> [String] {
    let given = changes.compactMap(\.moreGiven)
    let walks = changes.compactMap(\.moreWalk)
    let counts: [(Int, String)] = [
      (given.count { $0 > noticeableSquareMetres }, "give more"),
      (given.count { $0 < -noticeableSquareMetres }, "give less"),
      (walks.count { $0 > noticeableMetres }, "walk farther"),
      (walks.count { $0 < -noticeableMetres }, "walk less far"),
      (changes.count { $0.before?.moves != nil && $0.after?.stays != nil }, "stay instead of moving"),
      (changes.count { $0.before?.stays != nil && $0.after?.moves != nil }, "move instead of staying"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\(grouped(Double($0.0))) \($0.1)" }
    return told.isEmpty ? [] : [told.joined(separator: ", ")]
  }

  var text: String {
    let name = (after ?? before)?.name ?? "-"
    return "parcel \(name): \(before?.text ?? "not there"); now \(after?.text ?? "not there")"
  }

  var json: JSONObject {
    let reference = (after ?? before)?.reference
    return [
      "id": .text(reference?.id), "feature": .count(reference?.index),
      "before": before.map { .object($0.json) } ?? .null, "after": after.map { .object($0.json) } ?? .null,
      "more_given_m2": moreGiven.map(JSONValue.squareMetres) ?? .null,
      "more_walk_m": moreWalk.map(JSONValue.metres) ?? .null,
    ]
  }
}

extension ParcelProspect {
  fileprivate var text: String {
    if let stays {
      if stays.isEmptied { return "all of it becomes lane" }
      let share = stays.givenShare.map { " (\(fixed($0 * 100, decimals: 1)) %)" } ?? ""
      let given = "gives \(fixed(stays.givenSquareMetres, decimals: 1)) m2\(share)"
      guard let way = stays.servedBy, let walk = stays.walk else { return "\(given), no access" }
      return way == "road"
        ? "\(given), on a road" : "\(given), \(fixed(walk, decimals: 0)) m to a road by \(way)"
    }
    guard let moves else { return "laid out anew, no plot" }
    return "laid out anew, nearest plot \(moves.plot.label) of "
      + "\(fixed(moves.plot.areaInSquareMetres, decimals: 1)) m2 in \(fixed(moves.metres, decimals: 1)) m"
  }

  fileprivate var json: JSONObject {
    guard let stays else {
      return [
        "stays": false, "nearest_plot": .text(moves?.plot.id),
        "nearest_plot_number": .count(moves?.plot.number),
        "nearest_plot_m": moves.map { .number(JSONNumber($0.metres, decimals: 1)) } ?? .null,
        "nearest_plot_m2": moves.map { .squareMetres($0.plot.areaInSquareMetres) } ?? .null,
      ]
    }
    return [
      "stays": .bool(!stays.isEmptied), "served_by": .text(stays.servedBy),
      "walk_before_m": stays.walkBefore.map(JSONValue.metres) ?? .null,
      "walk_m": stays.walk.map(JSONValue.metres) ?? .null, "given_m2": .squareMetres(stays.givenSquareMetres),
      "given_share": stays.givenShare.map { .number(JSONNumber($0, decimals: 4)) } ?? .null,
      "left_m2": stays.leftSquareMetres.map(JSONValue.squareMetres) ?? .null,
    ]
  }
}
