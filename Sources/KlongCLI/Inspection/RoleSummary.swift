internal import GeoJSON
internal import Geometry
internal import Settlement

/// What the features of one role come to.
struct RoleSummary {
  /// Nil for features without a role.
  let role: Role?
  private(set) var count = 0
  /// How many there are of each geometry type, the most frequent type first.
  private(set) var types: [Tally] = []
  /// How the role was found, the most frequent way first.
  private(set) var origins: [Tally] = []
  /// The sum of all usable areas; overlapping areas count twice.
  private(set) var areaSquareMetres = 0.0
  private(set) var lengthMetres = 0.0

  struct Tally: Hashable {
    let name: String
    var count: Int
  }

  /// One summary for each role that occurs, in the order of the roles, those without one last.
  static func all(in intake: Intake) -> [RoleSummary] {
    var summaries = (Role.allCases.map(Optional.some) + [nil]).map { RoleSummary(role: $0) }
    let places = Dictionary(uniqueKeysWithValues: summaries.enumerated().map { ($1.role, $0) })
    for source in intake.sources {
      for (feature, original) in zip(source.features, source.collection.features) {
        guard let place = places[feature.role] else { continue }
        summaries[place].count(feature, original)
      }
    }
    for place in summaries.indices { summaries[place].sort() }
    return summaries.filter { $0.count > 0 }
  }

  private init(role: Role?) { self.role = role }

  private mutating func count(_ feature: SourceFeature, _ original: Feature) {
    count += 1
    Self.count(original.geometry?.typeName ?? "no geometry", in: &types)
    Self.count(feature.found.origin.text, in: &origins)
    guard let shape = feature.shape else { return }
    areaSquareMetres += shape.areaInSquareMetres
    lengthMetres += shape.lineStrings.reduce(0) { $0 + $1.lengthInMetres }
  }

  /// A file may hold a hundred thousand different words for `kind`; the last place stands for all further ones.
  private static func count(_ name: String, in tallies: inout [Tally]) {
    if let place = tallies.firstIndex(where: { $0.name == name }) {
      tallies[place].count += 1
    } else if tallies.count < mostTallies {
      tallies.append(Tally(name: name, count: 1))
    } else {
      tallies[mostTallies - 1] = Tally(name: "others", count: tallies[mostTallies - 1].count + 1)
    }
  }

  private static let mostTallies = 100

  private mutating func sort() {
    types.sort { ($1.count, $0.name) < ($0.count, $1.name) }
    origins.sort { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension FoundRole.Origin {
  /// Where the role comes from, for people.
  var text: String {
    switch self {
    case .kind: "kind"
    case .mapping(let text): "--kind \(text)"
    case .tag(let key): "OpenStreetMap tag \(key)"
    case .unknownKind(let word): "unknown kind \(word)"
    case .nothing: "no kind, no tag"
    }
  }
}
