/// Projects gathered by a property, each with what may be told of it.
struct ProgrammeGroups {
  let key: ProgrammeEntry.Key
  let groups: [Group]

  struct Group {
    let name: String
    let projects: [ProjectFigures]
    let tally: ProgrammeTally
    /// Whether its figures may be told, and how many of its families have no plan.
    let isTold: Bool
    let tellsUnplanned: Bool

    init(_ name: String, _ projects: [ProjectFigures], _ told: ToldProjects) {
      (self.name, self.projects) = (name, projects)
      tally = ProgrammeTally(projects, told)
      (isTold, tellsUnplanned) = (told.tells(projects), told.tellsUnplanned(projects))
    }
  }

  init(_ key: ProgrammeEntry.Key, _ projects: [ProjectFigures], _ told: ToldProjects) {
    self.key = key
    let order = ProgrammeEntry.Status.allCases.map(\.rawValue)
    groups = Dictionary(grouping: projects) { $0[key] }.map { Group($0.key, $0.value, told) }
      .sorted { a, b in
        let (first, second) = (order.firstIndex(of: a.name) ?? .max, order.firstIndex(of: b.name) ?? .max)
        return key == .status ? first < second : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      }
  }
}
