internal import Compliance
internal import GeoJSON
internal import Regulations
internal import Settlement

extension CityCheck {
  /// The report on many buildings of which only those are kept in memory that it tells of.
  ///
  /// It is the one that ``CheckReport`` gives of all: what is ok is judged in passing and counted.
  /// - Throws: ``NotStreamable``, and what goes wrong with files.
  func report(_ streams: [InputStream], _ wish: CityReportWish, _ console: Console) throws -> CheckReport {
    var files = streams.map { _ in SiftedFile() }
    let passed = try pass(over: streams, console, countsLines: true) { worker, block in
      try worker.sifted(block, listsPassed: wish.listsPassed)
    } take: { number, block in
      files[number].add(block)
    } end: { _, _ in
    }
    let sources = try files.indices.map {
      try files[$0].takeSource(of: streams[$0], digests: wish.digests, options: buildingOptions)
    }
    let intake = try Intake.read(
      sources + passed.canalFiles, options: options, console: .silent(), on: passed.plane)
    var report = try CheckReport(
      intake, book: book, name: wish.bookName, strict: wish.strict, accuracyMetres: accuracyMetres,
      listsAllCanals: wish.listsAllCanals)
    var tally = CityTally()
    for file in files { tally.add(file.tally) }
    report.report.summary.checked = tally.summary.checked
    report.passed = files.flatMap(\.passed)
    report.widths = tally.widths
    report.byProperty = property.map { PropertySummary(tally.byProperty, by: $0) }
    guard wish.listsAllCanals || report.report.summary == tally.summary else {
      throw NotStreamable("what was found in passing is not what the files hold")
    }
    for (stream, file) in zip(streams, files) { file.tally.tell(of: stream.path, to: console) }
    passed.canals?.noteWhatIsLeftOut(to: console)
    return report
  }
}

/// What a report on a city is to tell.
struct CityReportWish {
  /// The rule book by the name it was chosen by, and its rules that are lifted.
  var bookName: String
  var strict: [String]
  /// Whether each building is told once for every canal in reach.
  var listsAllCanals = false
  /// Whether the buildings that are ok are named.
  var listsPassed = false
  /// Whether the digests of the files are told.
  var digests = false
}

/// What was kept of one file.
private struct SiftedFile {
  private var bytes = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
  private var indices: [Int] = []
  private var lines: [Int] = []
  private var ids: Set<FeatureIDHash> = []
  private var repeatedIDs: Set<FeatureIDHash> = []
  private var featureCount = 0
  private(set) var passed: [FeatureReference] = []
  private(set) var tally = CityTally()

  mutating func add(_ block: SiftedBlock) {
    if !indices.isEmpty, !block.bytes.isEmpty { bytes.append(contentsOf: ",\n".utf8) }
    bytes.append(contentsOf: block.bytes)
    indices += block.indices
    lines += block.lines
    for id in block.ids where !ids.insert(id).inserted { repeatedIDs.insert(id) }
    passed += block.passed
    featureCount += block.featureCount
    tally.add(block.tally)
  }

  /// The file as far as it was kept, which is not held here any longer.
  mutating func takeSource(
    of stream: InputStream, digests: Bool, options: IntakeOptions
  ) throws -> SourceFile {
    bytes.append(contentsOf: "]}".utf8)
    let text = bytes
    bytes = []
    var source: SourceFile
    do {
      source = try SourceFile(
        InputFile(path: stream.path, bytes: text, identity: stream.identity), options: options)
    } catch {
      throw NotStreamable(error.problem)
    }
    guard source.features.count == indices.count else { throw NotStreamable("a feature holds others") }
    source.whole = WholeFile(
      byteCount: stream.byteCount, digest: digests ? try stream.digest() : "", featureCount: featureCount,
      indices: indices, lines: lines, repeatedIDs: repeatedIDs)
    return source
  }
}

extension CityTally {
  /// What is left out of a file, and what is measured as it is drawn.
  func tell(of path: String, to console: Console) {
    Intake.note(path, nowhere: withoutPlace, far: farAway, roleless: withoutRole, to: console)
    Intake.note(path, asDrawn: asDrawn, first: firstAsDrawn, to: console)
  }
}
