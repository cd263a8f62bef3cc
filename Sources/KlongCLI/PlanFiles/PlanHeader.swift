internal import JSON
internal import Planning
internal import Regulations

/// The member `klong` of a plan file: how the plan was made, from what, by which rules, and how good it is.
struct PlanHeader {
  let terms: PlanTerms
  let book: RuleBook
  let intake: Intake
  let outcome: PlanOutcome
  /// What geometry says of the plan as it was read again; nil before it was.
  var measured: LayoutMeasures?
  /// What this plan is among several to choose from; nil where it is the only one.
  var option: JSONObject?
  /// How many plots the strict rule of the row would give, where the plan is relaxed and that is known.
  var strictPlots: Int?
  /// What the header tells of besides: hand edits, a bank that moved, a strategy.
  var chapters: JSONObject = [:]

  var json: JSONObject {
    var json = basis
    if let option { json["option"] = .object(option) }
    if let measured {
      // What the planner counted stands first, under the names that other programs know.
      var measures = self.measures
      for member in measured.json where measures[member.name] == nil { measures[member.name] = member.value }
      json["measures"] = .object(measures)
      json["lights"] = .object(measured.lightsJSON)
    }
    for chapter in chapters { json[chapter.name] = chapter.value }
    return json
  }

  private var basis: JSONObject {
    [
      "version": .string(KlongTool.version), "command": "plan", "seed": .count(terms.seed),
      "request": .object(terms.json), "rules": .object(book.header(strict: terms.strict, name: terms.book)),
      "inputs": .array(intake.sources.map(\.header)), "crs": intake.plane?.header ?? .null,
      "measures": .object(measures),
      "bounds": .object(JSONObject(outcome.bounds.map { ($0.name, .count($0.plots)) })),
      "bound_meanings": .object(JSONObject(outcome.bounds.map { ($0.name, .string($0.meaning)) })),
      "bound_families": .object(
        JSONObject(outcome.bounds.compactMap { bound in bound.family.map { (bound.name, .string($0)) } })),
      "bound": .count(outcome.bound), "optimal": .bool(outcome.isOptimal),
      "gap": .number(JSONNumber(outcome.gap, decimals: 4)),
      "partial": .bool(outcome.isPartial), "notes": .array(outcome.notes.map(JSONValue.string)),
    ]
  }

  private var measures: JSONObject {
    var measures = outcome.measures.json
    if terms.search.isRelaxed {
      measures["plots_relaxed"] = .count(outcome.measures.plots)
      measures["plots_strict"] = .count(strictPlots)
    }
    return measures
  }
}

extension SourceFile {
  /// No folder: a path tells of the machine and changes from one to the next.
  var header: JSONValue {
    .object([
      "file": .string(path == "-" ? "-" : String(path.split(separator: "/").last ?? "-")),
      "sha256": .string(digest), "bytes": .count(byteCount), "features": .count(featureCount),
      "crs": .string(system.system?.name ?? "OGC:CRS84"),
      "accuracy_m": system.accuracyMetres.map(JSONValue.metres) ?? .null,
    ])
  }
}

extension WorkingPlane {
  var header: JSONValue {
    .object([
      "name": .string(system.name), "title": .string(system.title),
      "operation": .string(projection.operation),
      "accuracy_m": projection.accuracyMetres.map(JSONValue.metres) ?? .null,
    ])
  }
}

extension RuleBook {
  /// The book as a plan or a report names it, with the standing of each rule.
  func header(strict: [String], name: String) -> JSONObject {
    [
      // The folder of a book of one's own says something about the machine and nothing about the law.
      "name": .string(String(name.split(separator: "/").last ?? "")), "id": .string(id),
      "title": .string(title), "edition": .string(edition), "verified": .bool(!isUnverified),
      "strict": .array(strict.map(JSONValue.string)),
      "clauses": .array(
        rules.map { rule in
          [
            "rule": .string(rule.id), "clause": .string(rule.clause), "level": .string(rule.level.rawValue),
            "asks": .string(rule.requirement), "confidence": .string(rule.confidence.rawValue),
            "verified": .bool(rule.isVerified),
            "sources": .array(rule.sources.map { .string($0.code) }),
          ]
        }),
    ]
  }
}

extension PlanMeasures {
  var json: JSONObject {
    var measures: JSONObject = [
      "plots": .count(plots), "households": .count(households), "missing": .count(missing),
      "site_m2": .squareMetres(siteSquareMetres), "buildable_m2": .squareMetres(buildableSquareMetres),
      "plot_m2": .squareMetres(plotSquareMetres), "lane_m2": .squareMetres(laneSquareMetres),
      "walkway_m2": .squareMetres(walkwaySquareMetres), "shared_m2": .squareMetres(sharedSquareMetres),
    ]
    if let fireReach {
      measures["fire_reach"] = [
        "plots_beyond": .count(fireReach.plotsBeyond),
        "farthest_m": fireReach.farthestMetres.map(JSONValue.metres) ?? .null,
        "spine_width_m": fireReach.spineWidthMetres.map(JSONValue.metres) ?? .null,
        "spine_cost_plots": .count(fireReach.spineCostInPlots),
      ]
    }
    if let courts {
      measures["courts"] = [
        "wanted": .count(courts.wanted), "courts": .count(courts.courts),
        "cost_plots": .count(courts.costInPlots),
      ]
    }
    if !quotas.isEmpty {
      measures["quotas"] = .array(
        quotas.map {
          [
            "use": .string($0.use), "wanted_m2": .squareMetres($0.wantedSquareMetres),
            "area_m2": .squareMetres($0.squareMetres), "cost_plots": .count($0.costInPlots),
          ]
        })
    }
    if !plotsBySize.isEmpty {
      measures["plots_by_size"] = .array(
        plotsBySize.map {
          var size = $0.wanted.json
          size["plots"] = .count($0.plots)
          size["missing"] = .count($0.missing)
          return .object(size)
        })
    }
    return measures
  }
}

extension JSONValue {
  static func squareMetres(_ area: Double) -> JSONValue { .number(JSONNumber(area, decimals: 2)) }
}
