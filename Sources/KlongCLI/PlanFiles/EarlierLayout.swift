internal import GeoJSON
internal import Geometry
internal import JSON
internal import Settlement

/// The features of a file that an earlier run of klong made, told apart from what people drew or changed.
struct EarlierLayout {
  /// Made by klong and as it was: a new plan lays it out anew.
  private(set) var untouched: Set<FeatureReference> = []
  /// What people drew, changed or locked, and how.
  private(set) var edits: [FeatureReference: HandEdit] = [:]
  /// Lanes without klong's mark: today's paths that the plan cleared away.
  private(set) var clearedLanes: Set<FeatureReference> = []
  /// Numbers that the earlier plan gave and no plot of the file has any more.
  private(set) var deletedNumbers: [Int] = []
  /// Whether the file holds anything that klong made.
  private var isMade = false

  init(_ intake: Intake) throws {
    let cleared = intake.sources.lazy.compactMap(\.klong).first.flatMap { $0["cleared_lanes"]?.array }
    let clearedPrints = cleared?.compactMap { $0.string.flatMap(ShapePrint.init) } ?? []
    for source in intake.sources {
      let found = source.features.filter { $0.role.map(Self.isMadeRole) ?? false && $0.shape != nil }
      let prints = try intake.prints(of: found.compactMap(\.shape))
      for (feature, print) in zip(found, prints) {
        note(feature, print, in: source, clearedPrints: cleared == nil ? nil : clearedPrints)
      }
    }
    if isMade { deletedNumbers = intake.deletedNumbers }
  }

  /// Whether klong makes features of this role.
  static func isMadeRole(_ role: Role) -> Bool {
    [.plot, .building, .lane, .walkway, .shared, .setback, .finding].contains(role)
  }

  /// - Parameter clearedPrints: nil where the file does not say which lanes were cleared.
  private mutating func note(
    _ feature: SourceFeature, _ print: ShapePrint?, in source: SourceFile, clearedPrints: [ShapePrint]?
  ) {
    let properties = PropertyReader(source.collection.features[feature.reference.index].properties.object)
    if let text = properties.text(PlanFeatures.printName) {
      isMade = true
      if let print, let before = ShapePrint(text), !before.means(print) {
        edits[feature.reference] = .changed
      } else if feature.role == .plot, properties.isRenumbered {
        edits[feature.reference] = .renumbered
      } else if properties.isLocked {
        edits[feature.reference] = .locked
      } else {
        untouched.insert(feature.reference)
      }
    } else if properties.isLocked {
      edits[feature.reference] = .locked
    } else if feature.role == .lane, let print {
      // A file that lost its header, as after QGIS's "Save As", cannot tell: an unlocked lane is today's path.
      if clearedPrints?.contains(where: { $0.means(print) }) ?? true {
        clearedLanes.insert(feature.reference)
      } else {
        edits[feature.reference] = .drawn
      }
    } else if feature.role != .finding, feature.role != .setback {
      edits[feature.reference] = .drawn
    }
  }

  /// Whether the file holds nothing that klong made.
  var isEmpty: Bool { !isMade }

  /// How many features people changed since the plan was made.
  var changed: Int { edits.values.count { $0 == .changed || $0 == .renumbered } }
}

/// What a person did to a feature of a plan.
enum HandEdit: String {
  /// Moved or reshaped.
  case changed
  /// A plot under another number than klong gave it.
  case renumbered
  /// Left as it was, with `locked` = `true`.
  case locked
  /// Not made by klong.
  case drawn
}

extension PropertyReader {
  /// Whether a plot has another number than the one in the id that klong gave it.
  fileprivate var isRenumbered: Bool {
    guard let id = text("id"), id.hasPrefix("P"), let made = Int(id.dropFirst()) else { return false }
    return whole("number").map { $0 != made } ?? false
  }
}

extension Intake {
  /// Numbers that the plan of this file gave and no plot has; without the plan's own count, the holes in the numbers.
  fileprivate var deletedNumbers: [Int] {
    let numbers = Set(plan.plots.compactMap(\.number))
    let count = klong?["measures"]?["plots"]?.int ?? numbers.max() ?? 0
    guard count > 0, count <= 1_000_000, numbers.count < count else { return [] }
    return (1...count).filter { !numbers.contains($0) }
  }
}
