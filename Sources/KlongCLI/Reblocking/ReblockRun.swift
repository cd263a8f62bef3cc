internal import CommandLineKit
internal import Compliance
internal import GEOS
internal import GeoJSON
internal import Geometry
internal import Planning
internal import Regulations
internal import Settlement

/// One run of `klong reblock`, from the options to checked lanes.
struct ReblockRun {
  let output: String
  let terms: ReblockTerms
  /// The settlement's files, and last the weights where there are any.
  let intake: Intake
  let ground: ReblockGround
  /// Parcels whose outline crossed itself and was mended.
  let mended: [FeatureReference]
  let console: Console
  private let weights: [EdgeWeights.Rule]
  private let book: RuleBook
  let deadline: ContinuousClock.Instant

  init(_ arguments: ParsedArguments, terms: ReblockTerms, _ console: Console) throws {
    self.console = console
    self.terms = terms
    deadline = .now + .seconds(try arguments.seconds("deadline", default: 60, in: 0.1...86_400))
    guard let output = arguments.string("output") else {
      throw UsageError("no place for the lanes", remedy: "add -o LANES.geojson, or -o - for standard output")
    }
    self.output = output
    book = try RuleBook.chosen(terms.book, lifting: terms.strict)
    let options = try IntakeOptions(arguments)
    let paths = arguments.positionals + [terms.roadsPath, terms.weightsPath].compactMap(\.self)
    var files = try Intake.files(paths: paths, options: options)
    if terms.weightsPath != nil { files[files.count - 1].forgetRoles() }
    Self.takeAreasAsParcels(&files, except: terms.weightsPath)
    (intake, mended) = try Intake.read(files, mending: .parcel, options: options, console: console)
    let path = terms.weightsPath
    weights = try intake.sources.first { $0.path == path }.map { try WeightFile($0).rules } ?? []
    ground = try ReblockGround(intake)
    try OutputFile.check(output, protecting: intake.sources.map(\.identity))
  }

  /// Surveys of parcels seldom say so of each: areas without a role are parcels where nothing else is.
  private static func takeAreasAsParcels(_ files: inout [SourceFile], except weights: String?) {
    let roles = Set(files.flatMap { $0.features.compactMap(\.role) })
    guard roles.isDisjoint(with: [.parcel, .house]) else { return }
    for file in files.indices where files[file].path != weights {
      for place in files[file].features.indices where files[file].features[place].role == nil {
        switch files[file].collection.features[place].geometry {
        case .polygon, .multiPolygon:
          files[file].features[place].found = FoundRole(role: .parcel, origin: .nothing)
        default: continue
        }
      }
    }
  }

  /// The lanes, checked by the independent way.
  func found() throws -> FoundLanes {
    let cleaning = try cleaned()
    let contacts = AccessContacts(cleaning.partition, rule: terms.rule)
    let partition = contacts.partition
    let canals = try refusing { () throws in
      try CanalEdges(partition, in: intake.settlement, rules: book, hasWalkway: terms.hasWalkway)
    }
    let contact = try RoadContact(
      partition, in: intake.settlement, canals: canals, hasWalkway: terms.hasWalkway)
    let deadline = deadline
    var request = ReblockingRequest(contacts) { ContinuousClock.now >= deadline }
    request.isRoad = contact.isRoad
    let kept = KeptGround(intake.settlement)
    let given = try EdgeWeights(partition, weights)
    request.weights = zip(try kept.weights(partition), given.weights).map(*)
    for number in request.weights.indices where canals.isBarred[number] {
      request.weights[number] = .infinity
    }
    let houses = intake.settlement.houses.map(\.footprint)
    if terms.wantsFewestHouses {
      let counts = try HousesOnEdges.counts(partition, houses, widthMetres: terms.widthMetres ?? 1)
      for (number, count) in counts.enumerated() where count > 0 {
        let length = max(0.01, partition.length(ofEdge: number))
        request.weights[number] += Double(count) * HousesOnEdges.metresPerHouse / length
      }
    }
    var widening = terms.widthMetres.map { width in
      var wide = WideningTerms(widthMetres: width, parcels: partition.parcelCount)
      wide.leastWidthMetres = terms.leastWidthMetres ?? width
      wide.keepsHouses = terms.keepsHouses
      wide.smallestSquareMetres = terms.smallestSquareMetres
      wide.houses = houses
      wide.isOver = { ContinuousClock.now >= deadline }
      for parcel in given.refusing { wide.weights[parcel] = .infinity }
      return wide
    }
    widening?.kept = try kept.grounds()
    var lanes = try solved(cleaning, contacts, request, widening, hasRoads: contact.hasRoads)
    try lanes.requireTrue()
    return lanes
  }

  private func cleaned() throws -> PartitionCleaning {
    let cleaning: PartitionCleaning
    do {
      // Proxies fit by themselves.
      cleaning = try PartitionCleaning(
        ground.parcels, toleranceMetres: ground.areProxies ? 0.002 : terms.snapMetres,
        fillsGaps: terms.fillsGaps && !ground.areProxies)
    } catch {
      throw Refusal(
        file: intake.sources.first?.path,
        problem: "the parcels cannot be made to fit: their edges still cross",
        remedy: "look at them with klong inspect, or try another --snap")
    }
    guard cleaning.changedShare <= Self.mostChanged else {
      throw Refusal(
        file: intake.sources.first?.path,
        problem: "two parcels claim \(fixed(cleaning.changedShare * 100, decimals: 1)) % of the ground, "
          + "more than \(fixed(Self.mostChanged * 100, decimals: 0)) %",
        remedy: "take out parcels that are drawn twice; klong inspect lists overlaps")
    }
    return cleaning
  }

  /// More ground than this that two parcels claim is no matter of drawing (an assumption).
  private static let mostChanged = 0.2

  private func refusing<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as PlanningError {
      throw Refusal(error, in: intake)
    }
  }
}

extension SourceFile {
  /// Features that only say what speaks for or against lanes are no part of the settlement.
  fileprivate mutating func forgetRoles() {
    hasRoles = false
    for place in features.indices { features[place].found = FoundRole(role: nil, origin: .nothing) }
  }
}
