internal import JSON
internal import Planning
internal import Settlement

/// What a later bank line does to a plan: what it takes, what changes, and what another choice would give.
struct BankChange {
  var loss: BankLoss
  /// Homes of the earlier plan that get another plot, and those that stay; nil where there was no plan.
  var changed: Int?
  var stayed: Int?
  /// A plan laid out from nothing behind the later line.
  var anew: (plots: Int, changed: Int)?
  /// How many plots each line alone leaves, in the order given; empty for one line.
  var alone: [(line: BankLine, plots: Int)] = []
  var plots = 0

  var notes: [String] {
    var notes = [loss.headline] + loss.lines(most: 3)
    if let changed, let stayed {
      notes.append("\(counted(stayed, "home")) stay, \(counted(changed, "home")) change: \(plots) plots")
    }
    if let anew {
      notes.append("from nothing: \(anew.plots) plots, but \(counted(anew.changed, "home")) would change")
    }
    for (line, plots) in alone {
      notes.append("\(line.words) alone: \(plots) plots; all lines: \(self.plots)")
    }
    return notes
  }

  var json: JSONObject {
    var json = loss.json
    json["homes_changed"] = .count(changed)
    json["homes_kept"] = .count(stayed)
    json["plots"] = .count(plots)
    if let anew {
      json["from_nothing"] = .object(["plots": .count(anew.plots), "homes_changed": .count(anew.changed)])
    }
    if !alone.isEmpty {
      json["alone"] = .array(
        alone.map { line, plots in
          var row = line.json
          row["plots"] = .count(plots)
          row["price_plots"] = .count(plots - self.plots)
          return .object(row)
        })
    }
    return json
  }
}

extension Plan {
  /// How many of these plots lie in this plan at no place where a plot lies.
  func missing(_ plots: [Plot]) -> Int {
    let own = self.plots.compactMap(\.centre)
    return plots.count { plot in
      guard let place = plot.centre else { return true }
      return !own.contains { abs($0.x - place.x) < 0.1 && abs($0.y - place.y) < 0.1 }
    }
  }
}
