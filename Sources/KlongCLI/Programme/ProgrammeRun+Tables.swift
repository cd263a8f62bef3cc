internal import Cooperative
internal import JSON

extension ProgrammeRun {
  private static let figureNames = [
    "families", "plots", "without_plot", "breaches", "site_m2", "budget", "currency", "grants", "cost",
    "loans",
    "plots_taken", "grants_then", "not_in_grants",
  ]

  /// A row for each project; with `--by`, for each group; with `--sheet`, for each landowner's sites and their sum.
  var table: String {
    if sheet { return sheetTable }
    if !keys.isEmpty {
      return CSVText.line(["by", "group", "projects", "not_read"] + Self.figureNames)
        + keys.map { key in
          let groups = ProgrammeGroups(key, projects, told)
          return groups.groups.map { group in
            CSVText.line(
              [key.rawValue, group.name, String(group.tally.projects), String(group.tally.unread)]
                + cells(group.tally, isTold: group.isTold))
          }.joined()
        }.joined()
    }
    let heading = ["project"] + ProgrammeEntry.Key.allCases.map(\.rawValue) + Self.figureNames + ["problem"]
    return CSVText.line(heading) + projects.map { CSVText.line(cells($0)) }.joined()
  }

  private var sheetTable: String {
    let heading =
      ["landowner", "project", "city", "canal", "cooperative", "network", "status"] + Self.figureNames
    let owners = ProgrammeGroups(.landowner, projects, told)
    return CSVText.line(heading)
      + owners.groups.map { group in
        group.projects.map { project in
          CSVText.line(
            [group.name, project.entry.project, project[.city], project[.canal], project[.cooperative]]
              + [project[.network], project[.status]] + figures(project))
        }.joined()
          + CSVText.line(
            [group.name, "together", "", "", "", "", ""]
              + cells(group.tally, isTold: group.isTold))
      }.joined()
  }

  private func cells(_ project: ProjectFigures) -> [String] {
    [project.entry.project] + ProgrammeEntry.Key.allCases.map { project[$0] } + figures(project)
      + [project.problems.map(\.text).joined(separator: " ").replacing("\n", with: " ")]
  }

  private func figures(_ project: ProjectFigures) -> [String] {
    guard told.tells(project) else { return cells(ProgrammeTally(), isTold: false) }
    var tally = ProgrammeTally()
    tally.add(project, isTold: true)
    var cells = cells(tally, isTold: true)
    // What nobody knows is no zero.
    for (place, isKnown) in [
      (0, project.families != nil), (1, project.plots != nil), (2, project.gap != nil),
      (3, project.breaches != nil), (4, project.siteSquareMetres != nil), (7, project.grants != nil),
    ] where !isKnown { cells[place] = "" }
    return cells
  }

  private func cells(_ tally: ProgrammeTally, isTold: Bool) -> [String] {
    guard isTold else {
      return [SmallCount.notTold] + Array(repeating: "", count: Self.figureNames.count - 1)
    }
    let budgets = tally.budgets.sorted { $0.key < $1.key }
    return [
      String(tally.families), String(tally.plots), String(tally.gap), String(tally.breaches),
      fixed(tally.siteSquareMetres, decimals: 1),
      budgets.map(\.value.sum.description).joined(separator: " + "),
      budgets.map(\.key).joined(separator: " + "), tally.grants.description, tally.cost?.description ?? "",
      tally.loans?.description ?? "", tally.plotsTaken.map(String.init) ?? "",
      tally.otherGrants?.description ?? "", String(tally.withoutReckoning),
    ]
  }

  var json: JSONValue {
    var root: JSONObject = [
      "klong": ["version": .string(KlongTool.version), "command": "programme"],
      "not_read": .array(problems.map { .string($0.text.replacing("\n", with: " ")) }),
      "not_a_plan": .array(passedOver.map(JSONValue.string)),
      "joined": .array(joined.map { ["file": .string($0.source), "counted_with": .string($0.result)] }),
      "notes": .array(notes.map(JSONValue.string)), "costs": .string(costs.id),
      "grants_currency": .string(costs.currency), "together": json(total, isTold: tellsTotal),
    ]
    for key in keys.isEmpty ? ProgrammeEntry.Key.allCases : keys {
      let groups = ProgrammeGroups(key, projects, told)
      root["by_\(key.rawValue)"] = .array(
        groups.groups.map { group in
          var object: JSONObject = [key.rawValue: .string(group.name)]
          object["figures"] = json(group.tally, isTold: group.isTold)
          if key == .landowner, sheet {
            object["sites"] = .array(group.projects.map(json))
          }
          return .object(object)
        })
    }
    root["projects"] = .array(projects.map(json))
    return .object(root)
  }

  private func json(_ project: ProjectFigures) -> JSONValue {
    var object: JSONObject = ["project": .string(project.entry.project)]
    for key in ProgrammeEntry.Key.allCases { object[key.rawValue] = .string(project[key]) }
    for (name, cell) in zip(Self.figureNames, figures(project)) { object[name] = Self.value(cell) }
    object["is_read"] = .bool(project.problems.isEmpty)
    return .object(object)
  }

  private func json(_ tally: ProgrammeTally, isTold: Bool) -> JSONValue {
    var object: JSONObject = ["projects": .count(tally.projects), "not_read": .count(tally.unread)]
    for (name, cell) in zip(Self.figureNames, cells(tally, isTold: isTold)) {
      object[name] = Self.value(cell)
    }
    return .object(object)
  }

  /// Counts as numbers, amounts of money as text, so that no program rounds them.
  private static func value(_ cell: String) -> JSONValue {
    cell.isEmpty ? .null : Int(cell).map { .count($0) } ?? .string(cell)
  }
}
