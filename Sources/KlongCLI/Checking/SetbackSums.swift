internal import Compliance
internal import JSON
internal import Settlement

/// The judged buildings summed up by canal and by what they lack.
struct SetbackSums {
  struct Canal {
    var name: String?
    var summary = Report.Summary()
    var overWater = 0
    /// What the worst of its breaches lacks, in metres.
    var worstMetres = 0.0
  }

  /// Canals with a building in reach that is not ok, the most breaches first.
  private(set) var canals: [Canal] = []
  /// Breaches by what they lack, the worst first.
  private(set) var classes: [(words: String, count: Int)] = []

  /// From so many metres short on, in words; an assumption of what a reader wants to tell apart.
  private static let limits: [(metres: Double, words: String)] = [
    (3, "3 m short and more"), (1, "1 m to 3 m short"), (0.1, "0.1 m to 1 m short"),
    (0, "less than 0.1 m short"),
  ]

  init(_ judgements: [SetbackJudgement]) {
    var found: [String?: Canal] = [:]
    var counts = [Int](repeating: 0, count: Self.limits.count)
    var over = 0
    for judgement in judgements where judgement.verdict != .ok {
      var canal = found[judgement.canal] ?? Canal(name: judgement.canal)
      canal.summary.checked += 1
      canal.summary.count(judgement.verdict)
      if judgement.isOverWater { canal.overWater += 1 }
      if judgement.verdict == .breach {
        canal.worstMetres = max(canal.worstMetres, judgement.shortMetres)
        if judgement.isOverWater {
          over += 1
        } else if let place = Self.limits.firstIndex(where: { judgement.shortMetres >= $0.metres }) {
          counts[place] += 1
        }
      }
      found[judgement.canal] = canal
    }
    canals = found.values.sorted { a, b in
      if a.summary.breaches != b.summary.breaches { return a.summary.breaches > b.summary.breaches }
      return (a.name ?? "\u{10FFFF}") < (b.name ?? "\u{10FFFF}")
    }
    classes =
      [("over the water", over)] + zip(Self.limits, counts).map { ($0.words, $1) }
  }

  func write(to page: inout Page) {
    page.list("Canals with findings", canals) { canal in
      let over = canal.overWater > 0 ? ", \(grouped(Double(canal.overWater))) over the water" : ""
      let worst = canal.summary.breaches > 0 ? ", worst \(fixed(canal.worstMetres, decimals: 2)) m short" : ""
      let rest = [
        (canal.summary.tooClose, "too close to tell"), (canal.summary.unknown, "unknown"),
        (canal.summary.exempt, "exempt"),
      ]
      .filter { $0.0 > 0 }.map { ", \(grouped(Double($0.0))) \($0.1)" }.joined()
      return "\(canal.name ?? "(no name)"): "
        + counted(canal.summary.breaches, "breach", plural: "breaches") + over + worst + rest
    }
    let breaches = classes.filter { $0.count > 0 }
    guard !breaches.isEmpty else { return }
    page.title("Breaches by what they lack")
    for (words, count) in breaches { page.line("\(words): \(grouped(Double(count)))") }
  }

  var json: (canals: JSONValue, classes: JSONValue) {
    (
      .array(
        canals.map { canal in
          var object: JSONObject = ["canal": .text(canal.name)]
          for member in canal.summary.json { object[member.name] = member.value }
          object["over_water"] = .count(canal.overWater)
          object["worst_short_m"] = .metres(canal.worstMetres)
          return .object(object)
        }),
      .array(classes.map { .object(["shortfall": .string($0.words), "breaches": .count($0.count)]) })
    )
  }
}

extension SetbackJudgement {
  /// How much nearer than allowed it stands; over the water the whole setback.
  var shortMetres: Double { max(0, (requiredMetres ?? 0) - (distanceMetres ?? 0)) }
}
