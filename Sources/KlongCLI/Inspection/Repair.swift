internal import GEOS
internal import GeoJSON
internal import Geometry
internal import Settlement

/// What would make an invalid area valid, worked out but not yet written.
struct Repair {
  let feature: FeatureReference
  let problem: FeatureProblem
  /// What the feature becomes, in degrees; nil where it cannot be repaired.
  let geometry: FeatureGeometry?
  /// Whether the repair was given up because it took too long.
  let tookTooLong: Bool
  let partsBefore: Int
  let partsAfter: Int
  let areaSquareMetres: Double

  /// The repair in words, or what to do where there is none.
  var text: String {
    if tookTooLong { return "its repair takes too long; draw it anew, with fewer crossings" }
    guard geometry != nil else { return "nothing of its area is left; draw it anew, or take it out" }
    let pieces =
      partsAfter == partsBefore ? "" : ", in \(counted(partsAfter, "part")) instead of \(partsBefore)"
    return "repaired it has \(grouped(areaSquareMetres, decimals: 2)) m²\(pieces)"
  }
}

extension Repair {
  /// The repairs of all invalid areas, in the order of the files.
  ///
  /// - Parameter most: how many are worked out; each costs time.
  static func all(in intake: Intake, most: Int = .max) throws -> [Repair] {
    var repairs: [Repair] = []
    for source in intake.sources {
      for feature in source.features where repairs.count < most {
        guard case .invalid(let shape, let problem) = feature.placement else { continue }
        repairs.append(try Repair(feature.reference, shape, problem, in: source, intake))
      }
    }
    return repairs
  }

  private init(
    _ reference: FeatureReference, _ shape: Shape, _ problem: FeatureProblem, in source: SourceFile,
    _ intake: Intake
  ) throws {
    let mended = try shape.withMendedAreas(limit: Self.patience)
    var geometry: FeatureGeometry?
    if let mended, !mended.polygons.isEmpty {
      let written = try intake.geometry(mended, keepingPositionsOf: reference, as: shape, in: source)
      if try intake.isValid(written) { geometry = written }
    }
    feature = reference
    self.problem = problem
    self.geometry = geometry
    tookTooLong = mended == nil
    partsBefore = shape.polygons.count
    partsAfter = mended?.polygons.count ?? 0
    areaSquareMetres = mended?.areaInSquareMetres ?? 0
  }

  /// What one repair may take; a star of 201 points takes 0.1 s (facts on reliability, §4.1).
  private static let patience: Duration = .seconds(5)
}

extension Shape {
  /// The shape with every area made valid; what has lost its area is dropped, lines and points stay as they are.
  /// Nil when that takes longer than the limit.
  fileprivate func withMendedAreas(limit: Duration) throws(GEOSError) -> Shape? {
    do throws(GEOSError) {
      switch self {
      case .polygon: return Shape(try madeValid(limit: limit).polygons)
      case .multiPolygon: return .multiPolygon(try madeValid(limit: limit).polygons)
      case .collection(let parts):
        var mended: [Shape] = []
        for part in parts {
          guard let shape = try part.withMendedAreas(limit: limit) else { return nil }
          if !shape.isEmpty { mended.append(shape) }
        }
        return .collection(mended)
      default: return self
      }
    } catch {
      guard case .deadlinePassed = error else { throw error }
      return nil
    }
  }
}
