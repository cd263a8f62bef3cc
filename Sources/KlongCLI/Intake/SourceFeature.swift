internal import GeoJSON
internal import Geometry
internal import Settlement

/// One feature of a file as it was understood.
struct SourceFeature {
  var reference: FeatureReference
  var found: FoundRole
  var placement: Placement

  var role: Role? { found.role }

  /// Where the feature lies on the working plane.
  enum Placement {
    /// Its shape, in metres.
    case shape(Shape)
    /// The file gives it no place: a null or an empty geometry.
    case nowhere
    /// Too far from the settlement to be drawn on its plane.
    case farAway
    /// Its area crosses itself or is otherwise no area; it has to be repaired before it can be used.
    case invalid(Shape, FeatureProblem)
    /// It cannot be used, and why.
    case unusable(FeatureProblem)
  }

  var shape: Shape? {
    if case .shape(let shape) = placement { shape } else { nil }
  }

  var problem: FeatureProblem? {
    switch placement {
    case .unusable(let problem), .invalid(_, let problem): problem
    default: nil
    }
  }
}

/// What is wrong with one feature, and what to do.
struct FeatureProblem: Hashable, Sendable {
  /// A sentence without a full stop that follows the feature's name.
  var text: String
  var remedy: String
  /// Where on the earth, if one place is to blame.
  var place: GeographicPoint?
}

extension Refusal {
  init(_ reference: FeatureReference, _ problem: FeatureProblem, code: ExitCode = .invalidInput) {
    var text = problem.text
    if let place = problem.place { text += ", at \(place.text)" }
    self.init(
      file: reference.file, feature: reference.index, id: reference.id, problem: text,
      remedy: problem.remedy, code: code)
  }
}

extension GeographicPoint {
  /// `100.588057 E 13.850041 N`: to a decimetre, longitude first as in the file.
  var text: String {
    "\(Self.degrees(abs(longitude))) \(longitude < 0 ? "W" : "E") "
      + "\(Self.degrees(abs(latitude))) \(latitude < 0 ? "S" : "N")"
  }

  private static func degrees(_ value: Double) -> String { fixed(value, decimals: 6) }
}
