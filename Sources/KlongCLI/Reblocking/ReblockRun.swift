internal import CommandLineKit
internal import Compliance
internal import GeoJSON
internal import Geometry
internal import Planning
internal import Settlement

/// One run of `klong reblock`, from the options to checked lanes.
struct ReblockRun {
  let output: String
  let intake: Intake
  /// Parcels whose outline crossed itself and was mended.
  let mended: [FeatureReference]
  let snapMetres: Double
  let console: Console
  private let deadline: ContinuousClock.Instant

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    self.console = console
    deadline = .now + .seconds(try arguments.seconds("deadline", default: 60, in: 0.1...86_400))
    guard let output = arguments.string("output") else {
      throw UsageError("no place for the lanes", remedy: "add -o LANES.geojson, or -o - for standard output")
    }
    self.output = output
    snapMetres = try arguments.metres("snap", default: 0.5, in: 0.001...5)
    let options = try IntakeOptions(arguments)
    let paths = arguments.positionals + (arguments.string("roads").map { [$0] } ?? [])
    var files = try Intake.files(paths: paths, options: options)
    Self.takeAreasAsParcels(&files)
    (intake, mended) = try Intake.read(files, mending: .parcel, options: options, console: console)
    guard !intake.settlement.parcels.isEmpty else {
      throw Refusal(
        file: intake.sources.first?.path, problem: "there is no parcel",
        remedy: "give areas with kind = parcel, or name them with --kind KEY=VALUE:parcel")
    }
    try OutputFile.check(output, protecting: intake.sources.map(\.identity))
  }

  /// Surveys of parcels seldom say so of each: areas without a role are parcels where nothing else is.
  private static func takeAreasAsParcels(_ files: inout [SourceFile]) {
    guard !files.contains(where: { $0.features.contains { $0.role == .parcel } }) else { return }
    for file in files.indices {
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
    let parcels = intake.settlement.parcels
    let cleaning: PartitionCleaning
    do {
      cleaning = try PartitionCleaning(parcels.map(\.area), toleranceMetres: snapMetres)
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
    let contact = try RoadContact(cleaning.partition, in: intake.settlement)
    let deadline = deadline
    var request = ReblockingRequest(cleaning.partition) { ContinuousClock.now >= deadline }
    request.isRoad = contact.isRoad
    request.weights = try KeptGround(intake.settlement).weights(cleaning.partition)
    let outcome = console.progress("looking for lanes") { _ in
      Reblocker.reblock(cleaning.partition, request)
    }
    let lanes = FoundLanes(
      cleaning: cleaning, isRoad: contact.isRoad, outcome: outcome, hasRoads: contact.hasRoads)
    try lanes.requireTrue()
    return lanes
  }

  /// More ground than this that two parcels claim is no matter of drawing (an assumption).
  private static let mostChanged = 0.2

  func tell(_ lanes: FoundLanes) {
    let outcome = lanes.outcome
    console.note(
      "\(fixed(lanes.newLaneMetres, decimals: 1)) m of new lane for "
        + "\(counted(outcome.isolatedBefore.count, "parcel")) without access, of \(lanes.parcelCount); "
        + (outcome.isOptimal
          ? "no lanes are shorter (proven)"
          : "no lanes are shorter than \(fixed(outcome.bound, decimals: 1)) m "
            + "(gap \(fixed(outcome.gap * 100, decimals: 2)) %)"))
    let changes = lanes.cleaning.changes.count + mended.count
    if changes > 0 {
      console.note("\(counted(changes, "change")) made the parcels fit: klong.changes lists them")
    }
    if outcome.isPartial { console.warn("the deadline passed: these are the best lanes found so far") }
    if !lanes.isolatedAfter.isEmpty {
      let names = lanes.isolatedAfter.prefix(5).map { "\(intake.settlement.parcels[$0].reference)" }
      let more = lanes.isolatedAfter.count > 5 ? " and others" : ""
      console.warn(
        "\(counted(lanes.isolatedAfter.count, "parcel")) cannot be reached: \(names.joined(separator: ", "))\(more)"
      )
    }
    console.note("check: every other parcel touches a way that hangs together with a road")
    if output != "-" { console.note("written to \(output)") }
  }
}
