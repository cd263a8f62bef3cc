/// What a check came to.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Kept, with the distance or figure that was measured.
  case ok
  /// A rule that must be kept is broken.
  case breach
  /// Kept or broken, but nearer to the limit than the data can tell.
  case tooClose = "too_close"
  /// The rule does not ask anything here, and says why.
  case exempt
  /// It cannot be judged before something else is known. Never to be counted as kept.
  case unknown
  /// A recommendation that is not met: reported, and breaks nothing.
  case norm
}

extension Verdict {
  /// The worse of two verdicts on one building leads.
  package var severity: Int {
    switch self {
    case .breach: 5
    case .tooClose: 4
    case .unknown: 3
    case .exempt: 2
    case .norm: 1
    case .ok: 0
    }
  }
}
