internal import Compliance
internal import JSON

/// What came of one block of buildings.
struct CityBlockAnswer {
  /// The features with their verdicts, each behind a comma and a new line.
  var bytes: [UInt8] = []
  var tally = CityTally()
}

/// Counts that are added up over the blocks.
struct CityTally {
  var summary = Report.Summary()
  /// By the property that is asked about; empty where none is.
  var byProperty = PropertyCounts()
  /// At other widths of the canals; nil where nobody asks.
  var widths: WidthTable?
  var withoutPlace = 0
  var farAway = 0
  var withoutRole = 0
  /// Outlines that cross themselves, and the first of them by its place in the file.
  var asDrawn = 0
  var firstAsDrawn: Int?

  mutating func countAsDrawn(_ index: Int) {
    asDrawn += 1
    firstAsDrawn = min(firstAsDrawn ?? index, index)
  }

  mutating func count(_ judgement: SetbackJudgement) {
    summary.checked += 1
    summary.count(judgement.verdict)
  }

  mutating func add(_ more: WidthTable) {
    if widths == nil { widths = more } else { widths?.add(more) }
  }

  mutating func add(_ other: CityTally) {
    summary.add(other.summary)
    byProperty.add(other.byProperty)
    if let more = other.widths { add(more) }
    withoutPlace += other.withoutPlace
    farAway += other.farAway
    withoutRole += other.withoutRole
    asDrawn += other.asDrawn
    if let first = other.firstAsDrawn { firstAsDrawn = min(firstAsDrawn ?? first, first) }
  }
}

extension [UInt8] {
  /// Ends a line, which what was written over several lines becomes; a line break in JSON text is only white space.
  mutating func endLine(from start: Int) {
    for place in start..<count where self[place] == 0x0A || self[place] == 0x0D { self[place] = 0x20 }
    append(0x0A)
  }

  /// The properties of a verdict as they follow the others, the same as ``SetbackJudgement/properties``.
  mutating func append(_ judgement: SetbackJudgement, isFirst: Bool) {
    append(contentsOf: isFirst ? "\"klong_setback\":\"".utf8 : ",\"klong_setback\":\"".utf8)
    append(contentsOf: judgement.printedVerdict.utf8)
    append(.quote)
    if judgement.isOverWater { append(contentsOf: ",\"klong_over_water\":true".utf8) }
    if let distance = judgement.distanceMetres {
      append(contentsOf: ",\"klong_distance_m\":".utf8)
      append(distance, decimals: 3)
    }
    if let required = judgement.requiredMetres {
      append(contentsOf: ",\"klong_required_m\":".utf8)
      append(required, decimals: 3)
    }
    if let canal = judgement.canal {
      append(contentsOf: ",\"klong_canal\":".utf8)
      append(quoting: canal)
    }
  }
}
