/// All that a check found, and the count of it.
public struct Report: Hashable, Sendable {
  /// Everything but what is ok, in a fixed order: file, feature, rule, place.
  public var findings: [Finding]
  /// The setback of every building or plot that was judged, ok or not, in the order given.
  public var setbacks: [SetbackJudgement]
  public var summary: Summary

  public struct Summary: Hashable, Sendable {
    /// Buildings and plots judged.
    public var checked = 0
    public var breaches = 0
    public var tooClose = 0
    public var exempt = 0
    public var unknown = 0
    public var norms = 0

    public init() {}
  }

  /// True when a rule that must be kept is broken.
  public var isBroken: Bool { summary.breaches > 0 }

  init(findings: [Finding], setbacks: [SetbackJudgement], checked: Int) {
    self.findings = findings.sorted(by: Finding.stands(_:before:))
    self.setbacks = setbacks
    summary = Summary()
    summary.checked = checked
    for finding in findings { summary.count(finding.verdict) }
  }
}

extension Report.Summary {
  /// How many findings have a verdict; ok is none.
  public subscript(verdict: Verdict) -> Int {
    switch verdict {
    case .ok: 0
    case .breach: breaches
    case .tooClose: tooClose
    case .exempt: exempt
    case .unknown: unknown
    case .norm: norms
    }
  }

  package mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .ok: break
    case .breach: breaches += 1
    case .tooClose: tooClose += 1
    case .exempt: exempt += 1
    case .unknown: unknown += 1
    case .norm: norms += 1
    }
  }

  package mutating func add(_ other: Self) {
    checked += other.checked
    breaches += other.breaches
    tooClose += other.tooClose
    exempt += other.exempt
    unknown += other.unknown
    norms += other.norms
  }
}
