internal import Cooperative
internal import JSON

/// What a list, or a plan file itself, states of one project.
struct ProgrammeEntry {
  /// How far a project has come, in order.
  enum Status: String, CaseIterable {
    case surveyed, planned, agreed, financed, building, done
  }

  /// What projects can be gathered by.
  enum Key: String, CaseIterable {
    case status, city, canal, landowner, cooperative, network
  }

  enum Column: String, CaseIterable {
    case project, plan, households, status, city, canal, landowner, cooperative, network, land, families,
      budget
    case currency
  }

  var project: String
  /// The plan or survey, as it can be opened; nil where only figures are known.
  var plan: String?
  var roster: String?
  /// Whether it only lay in a folder: it need not be a plan then.
  var isFound = false
  var status: Status?
  /// Of ``Key``, without the status.
  var words: [Key: String] = [:]
  var land: CostBook.Land?
  var families: Int?
  var budget: Money?
  var currency: String?
  /// What is wrong with it, each with its place.
  var faults: [Refusal] = []

  /// An entry of which nothing but its file is known.
  init(project: String, plan: String?) { (self.project, self.plan, isFound) = (project, plan, plan != nil) }

  /// - Parameter values: cells by column; empty ones are unknown.
  init(_ values: [Column: String], project fallback: String, file: String?, line: Int?) {
    project = values[.project] ?? fallback
    func fault(_ column: Column, _ problem: String, _ remedy: String) {
      faults.append(
        Refusal(file: file, line: line, member: column.rawValue, problem: problem, remedy: remedy))
    }
    (plan, roster) = (values[.plan], values[.households])
    if let text = values[.status] {
      status = Status(rawValue: text.lowercased())
      if status == nil {
        fault(
          .status, "an unknown status", "write " + Status.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    for key in Key.allCases where key != .status {
      words[key] = Column(rawValue: key.rawValue).flatMap { values[$0] }
    }
    if let text = values[.land] {
      land = CostBook.Land(rawValue: text.lowercased())
      if land == nil { fault(.land, "neither same nor new land", "write same or new") }
    }
    if let text = values[.families] {
      families = Int(text).flatMap { (0...10_000_000).contains($0) ? $0 : nil }
      if families == nil { fault(.families, "not a number of families", "write a whole number") }
    }
    if let text = values[.budget] {
      budget = Money(typed: text).flatMap { $0 >= .zero ? $0 : nil }
      if budget == nil { fault(.budget, "not an amount", "write an amount such as 1500000 or 1500000.50") }
    }
    currency = values[.currency]
  }

  /// Names what another row has, its project or its file: it counts once, so nothing of this row is summed up.
  mutating func refuseSecond(of row: Int, _ column: Column, file: String, line: Int) {
    let (what, remedy) =
      column == .plan
      ? ("file", "give each project a plan of its own, or leave one of the rows out")
      : ("project", "give each project a name of its own")
    faults.append(
      Refusal(
        file: file, line: line, member: column.rawValue, problem: "the same \(what) as in row \(row)",
        remedy: remedy))
    (plan, roster, families, budget, currency) = (nil, nil, nil, nil, nil)
  }

  /// Takes what is unknown from what the plan file states of itself, its member `project`.
  mutating func complete(from stated: JSONObject, file: String) {
    let values = Dictionary(
      uniqueKeysWithValues: Column.allCases.compactMap { column -> (Column, String)? in
        guard column != .plan, column != .households else { return nil }
        return PropertyReader(stated).text(column.rawValue).map { (column, $0) }
      })
    let own = ProgrammeEntry(values, project: project, file: file, line: nil)
    faults += own.faults.map { fault in
      var fault = fault
      fault.member = "project.\(fault.member ?? "")"
      return fault
    }
    (status, land, families) = (status ?? own.status, land ?? own.land, families ?? own.families)
    if budget == nil { (budget, currency) = (own.budget, own.currency) }
    words.merge(own.words) { mine, _ in mine }
  }
}
