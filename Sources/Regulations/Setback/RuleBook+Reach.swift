extension RuleBook {
  /// The greatest distance that the book can ask for, in metres: beyond it no building has to be asked about.
  ///
  /// Nil when it has no number, or one that grows with the water without limit.
  public var greatestSetbackMetres: Double? {
    var greatest: Double?
    for rule in rules {
      guard case .setback(let setback) = rule.content else { continue }
      switch setback.distance.greatest {
      case .none: continue
      case .unlimited: return nil
      case .metres(let metres): greatest = max(greatest ?? 0, metres)
      }
    }
    return greatest
  }
}

extension Distance {
  fileprivate enum Greatest {
    case none, unlimited
    case metres(Double)

    func or(_ other: Greatest) -> Greatest {
      switch (self, other) {
      case (.none, let rest), (let rest, .none): rest
      case (.metres(let one), .metres(let two)): .metres(max(one, two))
      default: .unlimited
      }
    }
  }

  fileprivate var greatest: Greatest {
    switch self {
    case .fixed(let metres): .metres(metres)
    case .noNumber: .none
    case .copied(_, _, let most): most.map { .metres($0) } ?? .unlimited
    case .steps(_, let steps): steps.reduce(.none) { $0.or($1.distance.greatest) }
    case .cases(let cases, let otherwise):
      cases.reduce(otherwise?.greatest ?? .none) { $0.or($1.distance.greatest) }
    }
  }
}
