internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Settlement

/// Features of a block that are written in another way than most, read and judged as every command reads them.
struct OddFeatures {
  /// What is written for each, in their order.
  private(set) var texts: [[UInt8]] = []
  /// Those that there are.
  private(set) var ids: [String] = []

  /// Roles that have no part in judging the distance of buildings from water.
  private static let bystanders: Set<Role> = [.road, .keep, .access, .site, .parcel]

  /// - Throws: ``NotStreamable`` where one of them cannot be used, or changes what is checked.
  init(
    _ ranges: [Range<Int>], at indices: [Int], of bytes: [UInt8], worker: CityWorker, tally: inout CityTally
  ) throws {
    guard !ranges.isEmpty else { return }
    let intake: Intake
    do {
      let file = InputFile(path: worker.file, bytes: Self.collection(ranges, of: bytes), identity: nil)
      let source = try SourceFile(file, options: worker.options)
      intake = try Intake.read([source], options: worker.options, console: .silent(), on: worker.plane())
    } catch {
      throw NotStreamable("\(error)")
    }
    guard let source = intake.sources.first, source.features.count == ranges.count else {
      throw NotStreamable("a feature holds others")
    }
    ids = source.features.compactMap(\.reference.id)
    for feature in intake.asDrawn { tally.countAsDrawn(indices[feature.index]) }
    let houses = intake.settlement.houses + intake.plan.buildings.map(House.init(built:))
    let waters = try worker.waters()
    var judgements: [Int: SetbackJudgement] = [:]
    for house in houses { judgements[house.reference.index] = waters.judge.judgement(of: house) }
    if let survey = waters.survey {
      var table = WidthTable(survey)
      for house in houses { survey.count(house, in: &table) }
      tally.add(table)
    }
    for (place, feature) in source.features.enumerated() {
      guard let role = feature.role else {
        tally.withoutRole += 1
        texts.append(source.collection.features[place].bytes(adding: []))
        continue
      }
      guard [.house, .building].contains(role) || Self.bystanders.contains(role) else {
        throw NotStreamable("a \(role.rawValue) stands among the buildings")
      }
      switch feature.placement {
      case .nowhere: tally.withoutPlace += 1
      case .farAway: tally.farAway += 1
      case .shape, .invalid, .unusable: break
      }
      let judgement = judgements[place]
      if let judgement {
        tally.count(judgement)
        if let property = worker.property {
          let reader = PropertyReader(source.collection.features[place].properties.object)
          tally.byProperty.count(judgement, as: reader.text(property))
        }
      }
      texts.append(source.collection.features[place].bytes(adding: judgement?.properties ?? []))
    }
  }

  private static func collection(_ ranges: [Range<Int>], of bytes: [UInt8]) -> [UInt8] {
    var text = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
    for (place, range) in ranges.enumerated() {
      if place > 0 { text.append(.comma) }
      text.append(contentsOf: bytes[range])
    }
    text.append(contentsOf: "]}".utf8)
    return text
  }
}

extension House {
  /// A building of which more is not known.
  init(built building: BuildingEnvelope) {
    self.init(reference: building.reference, footprint: building.area)
  }
}
