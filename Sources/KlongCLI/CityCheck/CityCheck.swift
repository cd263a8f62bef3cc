internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Regulations
internal import Settlement

/// The setback check of many buildings beside canals, streaming from GeoJSON to GeoJSON.
///
/// Its answers are those of ``CheckReport``, to the byte. What needs a look at a whole file (an error, a reference
/// system, a plan among the buildings) is left to that one.
struct CityCheck {
  let buildings: [String]
  let canals: [String]
  let options: IntakeOptions
  let book: RuleBook
  let accuracyMetres: Double?
  let threads: Int
  /// How much of a file is worked on at a time: little enough that it stays in the processor's cache, and that all threads
  /// have as much to do.
  private static func blockBytes(_ stream: InputStream) -> Int {
    min(1 << 20, max(1 << 18, stream.byteCount / 16))
  }

  /// What a check came to, once all is written.
  struct Outcome {
    var tally = CityTally()
    var canals: Intake?
    var files: [(path: String, tally: CityTally)] = []
    var inputs: [FileIdentity?] = []
  }

  /// How the judged features are held together.
  var form = FeatureCollectionWriter.Form.collection
  /// What the collection says of all buildings, where that is not how many of them have each verdict.
  var statedSummary: Report.Summary?
  /// A property of the buildings by which a report sums them up.
  var property: String?
  /// Widths of the canals at which a report counts the buildings, in metres, ascending.
  var widths: [Double] = []

  /// - Parameter put: takes the bytes of the answer; what it was given means nothing when this throws.
  /// - Throws: ``NotStreamable``, and what goes wrong with files.
  func run(_ streams: [InputStream], _ console: Console, put: @escaping ([UInt8]) throws -> Void) throws
    -> Outcome
  {
    var outcome = Outcome()
    var frames: [FeatureCollection] = []
    var tallies = streams.map { _ in CityTally() }
    var isFirst = form == .collection
    if form == .collection { try put(Array(Self.head.utf8)) }
    outcome.canals = try pass(over: streams, console) { [form] worker, block in
      try worker.answer(block, as: form)
    } take: { number, answer in
      try put(isFirst && !answer.bytes.isEmpty ? Array(answer.bytes.dropFirst()) : answer.bytes)
      if !answer.bytes.isEmpty { isFirst = false }
      tallies[number].add(answer.tally)
    } end: { _, frame in
      frames.append(frame)
    }.canals
    for (stream, tally) in zip(streams, tallies) {
      outcome.files.append((stream.path, tally))
      outcome.tally.add(tally)
    }
    if let statedSummary { outcome.tally.summary = statedSummary }
    if form == .collection { try put(end(frames, outcome.tally)) }
    return outcome
  }

  /// What a pass over all buildings leaves behind.
  struct Passed {
    var canals: Intake?
    var canalFiles: [SourceFile]
    var plane: WorkingPlane
  }

  /// Works on all blocks on all threads.
  ///
  /// - Parameters:
  ///   - take: gets the number of the file and what came of a block, in their order.
  ///   - end: gets the number of a file and what stands around its features.
  /// - Throws: ``NotStreamable``, and what goes wrong with files.
  func pass<Answer>(
    over streams: [InputStream], _ console: Console, countsLines: Bool = false,
    work: @escaping (CityWorker, FeatureBlock) throws -> Answer,
    take: @escaping (Int, Answer) throws -> Void, end: (Int, FeatureCollection) throws -> Void
  ) throws -> Passed {
    guard let first = streams.first, options.mappings.isEmpty else { throw NotStreamable("roles are mapped") }
    let canalFiles = Promised<[SourceFile]>()
    let reading = JoinedThread { canalFiles.fulfil { try CanalFiles.read(canals, options: options) } }
    defer { reading?.join() }
    if reading == nil { canalFiles.fulfil { try CanalFiles.read(canals, options: options) } }
    let centre = try centre(of: first)
    let plane = try plane(around: centre)
    let waters = Promised<CityWaters>()
    var canalIntake: Intake?
    try console.progress("checking", of: streams.reduce(0) { $0 + $1.byteCount }) { progress in
      for (number, stream) in streams.enumerated() {
        let reader = FeatureBlockReader(
          limits: options.limits, blockBytes: Self.blockBytes(stream), countsLines: countsLines
        ) {
          try stream.read($0)
        }
        let pipeline = OrderedPipeline<FeatureBlock, (Answer, Int)>(next: { try reader.next() }) {
          answer, read in
          try take(number, answer)
          progress.advance(by: read)
        }
        try pipeline.run(
          (0..<max(1, threads)).map { thread in
            let worker = CityWorker(
              file: stream.path, plane: { thread == 0 ? plane : try self.plane(around: centre) },
              waters: waters, options: buildingOptions, property: property
            )
            return { block in (try work(worker, block), block.bytes.count) }
          },
          prepare: {
            waters.fulfil {
              let intake = try self.intake(canalFiles, on: plane, near: centre)
              canalIntake = intake
              return try self.waters(intake)
            }
          })
        try end(number, try frame(reader))
      }
    }
    // Where no block came, nobody asked for the canals yet.
    _ = try waters.value()
    return Passed(canals: canalIntake, canalFiles: try canalFiles.value(), plane: plane)
  }

  private static let head = "{\"type\":\"FeatureCollection\",\"features\":["

  var buildingOptions: IntakeOptions {
    var options = options
    options.unmarkedRole = .house
    return options
  }

  private func plane(around centre: GeographicPoint) throws -> WorkingPlane {
    try WorkingPlane(around: centre, named: options.systemName)
  }

  /// The middle of the first buildings, which decides on the plane.
  private func centre(of stream: InputStream) throws -> GeographicPoint {
    guard let again = try InputStream(stream.path) else { throw NotStreamable("the file has changed") }
    let reader = FeatureBlockReader(limits: options.limits, blockBytes: 1 << 18) { try again.read($0) }
    guard let block = try reader.next() else { throw NotStreamable("there is no building") }
    var scanner = PlainFeatureScanner(strange: [])
    block.bytes.withUnsafeBufferPointer { bytes in
      for range in block.features { _ = scanner.scan(UnsafeBufferPointer(rebasing: bytes[range])) }
    }
    let places = scanner.places
    guard !places.isEmpty else { throw NotStreamable("no building is plain") }
    return GeographicPoint(longitude: places.map(\.longitude).median, latitude: places.map(\.latitude).median)
  }

  /// Farther than this from the canals, in degrees, something is wrong with one of the files.
  private static let farDegrees = 5.0

  private func intake(
    _ canalFiles: Promised<[SourceFile]>, on plane: WorkingPlane, near centre: GeographicPoint
  ) throws -> Intake {
    let intake: Intake
    do {
      let files = try canalFiles.value()
      for file in files where file.system.isWGS84 {
        guard let middle = file.collection.roughMiddle,
          abs(middle.longitude - centre.longitude) < Self.farDegrees,
          abs(middle.latitude - centre.latitude) < Self.farDegrees
        else { throw NotStreamable("\(file.path) lies elsewhere") }
      }
      intake = try Intake.read(files, options: options, console: .silent(), on: plane)
    } catch let refusal as Refusal {
      throw NotStreamable(refusal.problem)
    }
    guard intake.settlement.houses.isEmpty, intake.plan.buildings.isEmpty, intake.plan.plots.isEmpty else {
      throw NotStreamable("buildings stand among the canals")
    }
    return intake
  }

  private func waters(_ intake: Intake) throws -> CityWaters {
    let known = max(accuracyMetres ?? 0, intake.accuracyMetres(isBesideDegrees: true))
    let judge = try SetbackJudge(
      intake.settlement, checker: Checker(book: book, accuracyMetres: known > 0 ? known : nil))
    guard !widths.isEmpty else { return CityWaters(judge: judge, survey: nil) }
    let survey = WidthSurvey(intake.settlement.canals, widths: widths, checker: Checker(book: book))
    return CityWaters(judge: judge, survey: survey)
  }

  private func frame(_ reader: FeatureBlockReader) throws -> FeatureCollection {
    do throws(GeoJSONError) {
      let frame = try reader.frame()
      guard frame.features.isEmpty, frame.members["crs"] == nil, frame.members["klong"] == nil else {
        throw GeoJSONError(message: "crs or klong behind the features", line: 1, column: 1)
      }
      return frame
    } catch {
      throw NotStreamable(error.message)
    }
  }

  /// The end of the collection, as ``FeatureCollectionWriter`` writes it.
  private func end(_ frames: [FeatureCollection], _ tally: CityTally) throws -> [UInt8] {
    var members = JSONObject()
    for frame in frames {
      for member in frame.members
      where members[member.name] == nil && (frames.count == 1 || member.name != "bbox") {
        members[member.name] = member.value
      }
    }
    members["klong"] = .object(["check": .object(tally.summary.json)])
    var bytes: [UInt8] = []
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    try writer.finish(members: members)
    return Array(bytes.dropFirst(Self.head.utf8.count))
  }
}

/// The canals of a city, made ready for all threads.
struct CityWaters: Sendable {
  let judge: SetbackJudge
  /// Nil where no other widths are asked about.
  let survey: WidthSurvey?
}

extension FeatureCollection {
  /// Somewhere in the midst of the first positions of the features; nil where there is none.
  fileprivate var roughMiddle: GeographicPoint? {
    let places = features.compactMap { feature -> GeographicPoint? in
      var first: GeographicPoint?
      feature.geometry?.forEachPosition { position in
        first = GeographicPoint(longitude: position.x, latitude: position.y)
        return false
      }
      return first
    }
    guard !places.isEmpty else { return nil }
    return GeographicPoint(longitude: places.map(\.longitude).median, latitude: places.map(\.latitude).median)
  }
}
