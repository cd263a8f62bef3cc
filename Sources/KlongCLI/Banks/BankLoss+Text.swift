internal import JSON
internal import Settlement

extension BankLoss {
  /// One line for people: how much the later line takes.
  var headline: String {
    let before = houses.count(where: \.wasTakenBefore)
    let old = before > 0 ? " (\(grouped(Double(before))) stood too near already)" : ""
    let taken = hasPlots ? "\(counted(plots.count, "plot")) and " : ""
    return
      "\(lines.map(\.words).joined(separator: " and ")) takes \(taken)"
      + "\(counted(houses.count, "house"))\(old)"
  }

  /// The worst of them, a line each.
  func lines(most: Int) -> [String] {
    func words(_ kind: String, _ taken: [Taken]) -> [String] {
      taken.sorted { ($0.shortMetres ?? 0) > ($1.shortMetres ?? 0) }.prefix(most).map { thing in
        let name = thing.name.map { "\(kind) \($0)" } ?? "\(kind), \(thing.feature)"
        let short = thing.shortMetres.map { "\(fixed($0, decimals: 2)) m short" } ?? "too near"
        return "  \(name): \(short)\(thing.isOverWater ? ", past the line" : "")"
      }
    }
    return words("plot", plots) + words("house", houses.filter { !$0.wasTakenBefore })
  }

  /// `klong.bank` of a plan and `bank` of a report.
  var json: JSONObject {
    [
      "lines": .array(lines.map { .object($0.json) }), "replaced": .array(replaced.map { .object($0.json) }),
      "taken_plots": .array(plots.map { .object($0.json) }),
      "taken_houses": .array(houses.map { .object($0.json) }),
    ]
  }
}

extension BankLoss.Taken {
  var json: JSONObject {
    [
      "feature": .count(feature.index), "id": .text(feature.id), "name": .text(name),
      "short_m": shortMetres.map(JSONValue.metres) ?? .null,
      "distance_m": distanceMetres.map(JSONValue.metres) ?? .null,
      "required_m": requiredMetres.map(JSONValue.metres) ?? .null, "over_water": .bool(isOverWater),
      "before": .bool(wasTakenBefore),
    ]
  }
}

extension BankLine {
  var words: String {
    let parts = [date.map { "of \($0)" }, source.map { "from \($0)" }, author.map { "by \($0)" }]
    return (["the bank line"] + parts.compactMap(\.self)).joined(separator: " ")
  }

  var json: JSONObject {
    [
      "canal": .text(canal), "date": .text(date), "source": .text(source), "author": .text(author),
      "id": .text(reference.id),
    ]
  }
}
