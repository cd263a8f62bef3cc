internal import Cartography
internal import Compliance
internal import JSON
internal import Settlement

extension MapSubject {
  /// Who lives where, as klong allocate wrote it: codes for everybody who may see house numbers, names and amounts only
  /// where they were asked for.
  ///
  /// A plan that another tool wrote may have names where we have codes: its households are shown with `--names` alone.
  mutating func addResidents(_ intake: Intake, _ layout: CheckedLayout, _ terms: MapTerms) {
    let chapter = intake.klong?["allocation"]?.object
    var labels: [String: String] = [:]
    for plot in layout.plan.plots {
      guard let code = plot.household, chapter != nil || terms.privacy == .household else { continue }
      let properties = PropertyReader(intake.feature(plot.reference)?.properties.object ?? [:])
      let label = Self.label(code, properties.text("household_name"), terms)
      labels[code] = label
      residents[Self.key(plot)] = Resident(label: label, houseNumber: seats[Self.key(plot)]?.houseNumber)
    }
    guard let chapter else { return }
    allotment = Self.allotment(chapter)
    var keys: [String: String] = [:]
    for plot in plan.plots {
      for label in [plot.id, plot.number.map(String.init)] where label != nil {
        keys[label ?? ""] = Self.key(plot)
      }
    }
    let rows = chapter["households"]?.array ?? []
    for row in rows { add(row, labels, keys, terms) }
    addOldSizes(of: rows.compactMap { $0["house"]?.string })
  }

  /// What today's house covers, where one household has it alone.
  private mutating func addOldSizes(of named: [String]) {
    let households = Dictionary(grouping: named) { $0 }.mapValues(\.count)
    let houses = Dictionary(grouping: settlement.houses.filter { $0.houseNumber != nil }) {
      $0.houseNumber ?? ""
    }
    for (key, seat) in seats where seat.squareMetres == nil {
      guard let number = seat.houseNumber, households[number] == 1, let own = houses[number], own.count == 1
      else { continue }
      let area = own[0].footprint.reduce(0) { $0 + $1.areaInSquareMetres }
      if area > 0 { seats[key]?.squareMetres = area }
    }
  }

  private static func label(_ code: String, _ name: String?, _ terms: MapTerms) -> String {
    guard terms.privacy == .household else { return code }
    return terms.names[code] ?? name ?? code
  }

  /// One household of the allocation's list.
  private mutating func add(
    _ row: JSONValue, _ labels: [String: String], _ keys: [String: String], _ terms: MapTerms
  ) {
    guard let code = row["household"]?.string else { return }
    let house = row["house"]?.string
    let label = labels[code] ?? Self.label(code, row["name"]?.string, terms)
    guard let plot = row["plot"]?.string, let key = keys[plot] else {
      return withoutPlot.append(Resident(label: label, houseNumber: house))
    }
    var resident = Resident(label: label, houseNumber: house, movedMetres: row["moved_m"]?.double)
    resident.neighboursBefore = (row["neighbours_before"]?.array ?? []).compactMap(\.string).map { other in
      labels[other] ?? Self.label(other, nil, terms)
    }
    if let budget = terms.budget, let paid = budget.payments[code] {
      let style = MapStyle(language: terms.language, usesThaiDigits: terms.usesThaiDigits)
      resident.payments = .init(
        instalment: style.money(paid.instalment, budget.figures.currency),
        monthly: style.money(paid.monthly, budget.figures.currency))
    }
    residents[key] = resident
    seats[key] = Seat(houseNumber: house, squareMetres: seats[key]?.squareMetres)
  }

  private static func allotment(_ chapter: JSONObject) -> Allotment? {
    guard let method = chapter["method"]?.string.flatMap(Allotment.Method.init(rawValue:)) else { return nil }
    let isDrawn = method == .ballot || method == .groupBallot
    return Allotment(
      method: method, number: isDrawn ? chapter["draw"]?["number"]?.string : nil,
      record: chapter["record_sha256"]?.string.map { String($0.prefix(8)).uppercased() })
  }
}
