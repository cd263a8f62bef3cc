internal import Compliance
internal import GEOS
internal import GeoJSON
internal import Geometry
internal import JSON
internal import PROJ
internal import Settlement

/// One thread's part of a city check: judges the buildings of a block and writes them with their verdicts.
///
/// Holds a PROJ context, so it stays with its thread.
final class CityWorker {
  let file: String
  /// Made when first asked for, on the thread that uses it: PROJ takes some milliseconds.
  private let makePlane: () throws -> WorkingPlane
  private var ownPlane: WorkingPlane?
  private var tiles: TiledProjection?
  private let promisedWaters: Promised<CityWaters>
  private var outlines: OutlineJudge?
  let options: IntakeOptions
  /// The property by which buildings are summed up; nil where nobody asks.
  let property: String?
  private var scanner: PlainFeatureScanner
  private var values = PropertyValues()

  /// Properties that say that a feature may be something else than a mere building, or that a rule asks about.
  private static let strangeNames = [
    "waterway", "natural", "water", "highway", "landuse", "boundary", "place", "structure",
    "building:material",
  ]

  init(
    file: String, plane: @escaping () throws -> WorkingPlane, waters: Promised<CityWaters>,
    options: IntakeOptions, property: String? = nil
  ) {
    self.file = file
    makePlane = plane
    promisedWaters = waters
    self.options = options
    self.property = property
    scanner = PlainFeatureScanner(strange: Self.strangeNames, wanted: property)
  }

  func plane() throws -> WorkingPlane {
    if let ownPlane { return ownPlane }
    let plane = try makePlane()
    ownPlane = plane
    return plane
  }

  /// Waits for the canals, if need be.
  func waters() throws -> CityWaters { try promisedWaters.value() }

  private func outlineJudge() throws -> OutlineJudge {
    if let outlines { return outlines }
    let outlines = OutlineJudge(try waters().judge)
    self.outlines = outlines
    return outlines
  }

  private func projection() throws -> TiledProjection {
    if let tiles { return tiles }
    let tiles = TiledProjection(try plane().projection)
    self.tiles = tiles
    return tiles
  }

  /// - Throws: ``NotStreamable`` where the whole file has to be looked at, for an error or another way of checking.
  func answer(
    _ block: FeatureBlock, as form: FeatureCollectionWriter.Form = .collection
  ) throws -> CityBlockAnswer {
    let judged = try judged(block)
    var answer = try merged(block, as: form, plain: judged.plain, judgements: judged.judgements)
    try countInvalid(judged.doubtful, &answer.tally)
    return answer
  }

  /// The features of a block as far as they are plain buildings, and the verdict on each of those.
  private struct Judged {
    var plain: [PlainFeature?]
    var judgements: [SetbackJudgement?] = []
    var doubtful: [Doubtful] = []
    var widths: WidthTable?
  }

  private func judged(_ block: FeatureBlock) throws -> Judged {
    scanner.removeAll()
    let plain = block.bytes.withUnsafeBufferPointer { bytes in
      block.features.map { plainBuilding(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
    let projection = try projection()
    guard let points = try? projection.points(fromDegrees: scanner.positions) else {
      return Judged(plain: plain.map { _ in nil })
    }
    var judged = Judged(plain: plain)
    let (judge, outlines) = (try waters().judge, try outlineJudge())
    if let survey = try waters().survey {
      judged.widths = points.withUnsafeBufferPointer { points in
        var table = WidthTable(survey)
        for feature in plain { if let feature { survey.count(feature.house(among: points), in: &table) } }
        return table
      }
    }
    judged.judgements = points.withUnsafeBufferPointer { points in
      plain.enumerated().map { place, feature in
        feature.map { judgement(of: $0, block.firstIndex + place, points, judge, outlines, &judged.doubtful) }
      }
    }
    return judged
  }

  private func judgement(
    of feature: PlainFeature, _ index: Int, _ points: UnsafeBufferPointer<Point>, _ judge: SetbackJudge,
    _ outlines: OutlineJudge, _ doubtful: inout [Doubtful]
  ) -> SetbackJudgement {
    let own = UnsafeBufferPointer(rebasing: points[feature.places])
    if feature.isPoint, let point = own.first { return judge.judgement(ofPoint: point) }
    if !own.isPlainlyConvex {
      let outline = Shape.polygon(Polygon(Ring(trusted: Array(own) + own.prefix(1))))
      doubtful.append(Doubtful(index: index, outline: outline))
    }
    return outlines.judgement(of: own)
  }

  private func plainBuilding(_ text: UnsafeBufferPointer<UInt8>) -> PlainFeature? {
    guard let feature = scanner.scan(text) else { return nil }
    func says(_ range: Range<Int>, _ word: String) -> Bool { text[range].elementsEqual(word.utf8) }
    let isBuilding: Bool
    if let kind = feature.kind {
      isBuilding = says(kind, "house") || (says(kind, "building") && !feature.isPoint)
    } else if let tag = feature.buildingTag {
      isBuilding = !says(tag, "no") && text[tag].contains { $0 > 0x20 && $0 < 0x7F }
    } else {
      isBuilding = true
    }
    // Its positions stay in the list and are of no use there, which costs little.
    return isBuilding ? feature : nil
  }

  /// How many shapes are judged in one call, as in `Intake`.
  private static let group = 256

  /// An outline that may cross itself.
  private struct Doubtful {
    var index: Int
    var outline: Shape
  }

  private func countInvalid(_ shapes: [Doubtful], _ tally: inout CityTally) throws {
    for start in stride(from: 0, to: shapes.count, by: Self.group) {
      let group = shapes[start..<min(start + Self.group, shapes.count)]
      if try Shape.collection(group.map(\.outline)).isValid() { continue }
      for shape in group where try !shape.outline.isValid() { tally.countAsDrawn(shape.index) }
    }
  }

  /// Features that are not plain are read by the tool's own reader, all of a block together.
  private func merged(
    _ block: FeatureBlock, as form: FeatureCollectionWriter.Form, plain: [PlainFeature?],
    judgements: [SetbackJudgement?]
  ) throws -> CityBlockAnswer {
    var answer = CityBlockAnswer()
    answer.bytes.reserveCapacity(block.bytes.count + 128 * block.features.count)
    let odd = plain.indices.filter { plain[$0] == nil }
    var others = try OddFeatures(
      odd.map { block.features[$0] }, at: odd.map { block.firstIndex + $0 }, of: block.bytes, worker: self,
      tally: &answer.tally
    ).texts[...]
    block.bytes.withUnsafeBufferPointer { bytes in
      for (place, range) in block.features.enumerated() {
        let start = answer.bytes.count
        if form == .collection { answer.bytes.append(contentsOf: ",\n".utf8) }
        defer { if form == .lines { answer.bytes.endLine(from: start) } }
        guard let feature = plain[place], let judgement = judgements[place] else {
          answer.bytes.append(contentsOf: others.popFirst() ?? [])
          continue
        }
        answer.tally.count(judgement)
        let split = range.lowerBound + feature.propertiesEnd
        answer.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<split]))
        answer.bytes.append(judgement, isFirst: !feature.hasProperties)
        answer.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[split..<range.upperBound]))
      }
    }
    return answer
  }
}

extension CityWorker {
  /// The features of a block that a report tells of: all but buildings that are ok.
  ///
  /// - Parameter listsPassed: whether those are named.
  /// - Throws: ``NotStreamable``, as ``answer(_:)``.
  func sifted(_ block: FeatureBlock, listsPassed: Bool) throws -> SiftedBlock {
    let judged = try judged(block)
    var sifted = SiftedBlock()
    sifted.tally.widths = judged.widths
    try countInvalid(judged.doubtful, &sifted.tally)
    let odd = judged.plain.indices.filter { judged.plain[$0] == nil }
    let others = try OddFeatures(
      odd.map { block.features[$0] }, at: odd.map { block.firstIndex + $0 }, of: block.bytes, worker: self,
      tally: &sifted.tally)
    sifted.ids = others.ids.map(FeatureIDHash.init(of:))
    block.bytes.withUnsafeBufferPointer { bytes in
      var lines = LineCounter(bytes, firstLine: block.firstLine)
      for (place, range) in block.features.enumerated() {
        if let feature = judged.plain[place], let judgement = judged.judgements[place] {
          let id = feature.id.map {
            bytes[(range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound)]
          }
          if let id { sifted.ids.append(FeatureIDHash(of: id)) }
          sifted.tally.count(judgement)
          if property != nil {
            let text = feature.wanted.map {
              bytes[(range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound)]
            }
            sifted.tally.byProperty.count(judgement, as: text.flatMap { values.value(of: $0) })
          }
          if judgement.verdict == .ok {
            guard listsPassed else { continue }
            let name = id.map { String(decoding: $0, as: UTF8.self) }
            sifted.passed.append(FeatureReference(file: file, index: block.firstIndex + place, id: name))
            continue
          }
        }
        sifted.take(bytes[range], index: block.firstIndex + place, line: lines.line(at: range.lowerBound))
      }
    }
    sifted.featureCount = block.features.count
    return sifted
  }
}

/// The values of a property as ``PropertyReader`` reads them, most of which come again and again.
private struct PropertyValues {
  private var known: [[UInt8]: String?] = [:]
  private static let most = 4096

  mutating func value(of text: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let bytes = Array(text)
    if let value = known[bytes] { return value }
    let parsed = try? JSONDocument(parsing: bytes).value
    let value = parsed.flatMap { PropertyReader(["value": $0]).text("value") }
    if known.count < Self.most { known[bytes] = .some(value) }
    return value
  }
}

extension PlainFeature {
  /// Its places among the points made of all positions.
  fileprivate var places: Range<Int> { (positions.lowerBound / 2)..<(positions.upperBound / 2) }

  fileprivate func house(among points: UnsafeBufferPointer<Point>) -> House {
    let own = Array(points[places])
    let reference = FeatureReference(index: 0)
    if isPoint { return House(reference: reference, point: own.first) }
    return House(reference: reference, footprint: [Polygon(Ring(trusted: own + own.prefix(1)))])
  }
}

extension PlainFeatureScanner {
  /// All positions as places in degrees.
  var places: [GeographicPoint] {
    [GeographicPoint](unsafeUninitializedCapacity: positions.count / 2) { buffer, count in
      for index in 0..<(positions.count / 2) {
        buffer.initializeElement(
          at: index, to: GeographicPoint(longitude: positions[2 * index], latitude: positions[2 * index + 1]))
      }
      count = positions.count / 2
    }
  }
}
