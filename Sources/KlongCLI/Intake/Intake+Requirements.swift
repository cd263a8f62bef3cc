internal import Settlement

extension Intake {
  /// Refuses what no plan and no check can be built on.
  func requireUsable() throws(Refusal) {
    for source in sources {
      if let problem = source.problem { throw Refusal(problem, in: source) }
    }
    let blocked = sources.lazy.flatMap(\.features).filter { $0.role != nil && $0.problem != nil }
    if let first = blocked.first, let problem = first.problem {
      var refusal = Refusal(first.reference, problem)
      let others = blocked.dropFirst().count
      if others > 0 {
        refusal.problem +=
          " (and \(counted(others, "other feature")) cannot be used; klong inspect lists them)"
      }
      throw refusal
    }
    guard plane != nil else {
      throw Refusal(
        file: sources.first?.path, problem: "no feature has a place",
        remedy: "give a file with at least one feature that has a geometry")
    }
  }

  /// Says what is passed through without a part in the work, so that nothing is lost in silence.
  func noteWhatIsLeftOut(to console: Console) {
    for source in sources {
      let nowhere = source.features.count { feature in
        if case .nowhere = feature.placement { feature.role != nil } else { false }
      }
      let far = source.features.count { feature in
        if case .farAway = feature.placement { feature.role != nil } else { false }
      }
      let roleless = source.hasRoles ? source.features.count { $0.role == nil } : 0
      Self.note(source.path, nowhere: nowhere, far: far, roleless: roleless, to: console)
      let own = asDrawn.filter { $0.file == source.path }
      Self.note(source.path, asDrawn: own.count, first: own.first?.index, to: console)
    }
  }

  static func note(_ path: String, nowhere: Int, far: Int, roleless: Int, to console: Console) {
    if nowhere > 0 {
      console.warn("\(path): \(counted(nowhere, "feature")) with a role but no place: left out")
    }
    if far > 0 { console.warn("\(path): \(counted(far, "feature")) too far from the settlement: left out") }
    if roleless > 0 { console.note("\(path): \(counted(roleless, "feature")) without a role") }
  }

  static func note(_ path: String, asDrawn count: Int, first: Int?, to console: Console) {
    guard count > 0, let first else { return }
    console.warn(
      "\(path): \(counted(count, "invalid outline")), measured as drawn; the first is feature \(first) "
        + "(klong inspect lists them)")
  }
}
