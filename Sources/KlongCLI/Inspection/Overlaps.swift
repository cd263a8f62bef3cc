internal import GEOS
internal import Geometry
internal import PROJ
internal import Settlement

/// Areas of one kind that lie on each other: two houses, two plots, two parcels.
struct Overlaps {
  struct Pair {
    let first: FeatureReference
    let second: FeatureReference
    let areaSquareMetres: Double
    /// A point in what they share.
    let place: GeographicPoint?
  }

  /// The largest first.
  private(set) var pairs: [Pair] = []
  /// Whether every pair was looked at; the work is bounded.
  private(set) var isComplete = true

  /// Neighbours that were digitised apart share slivers; less than this is drawing, not conflict.
  static let leastSquareMetres = 0.1
  /// Corners of all pairs that are compared, together. Ten thousand houses in rows come to a million.
  private static let budget = 4_000_000
  /// A pair costs at least this many corners, so that many small pairs end too.
  private static let leastCost = 32

  /// What all comparisons may take together: a report is waited for (an assumption). Only combs of thousands of
  /// teeth come near it.
  private static let patience: Duration = .seconds(5)

  init(in intake: Intake) throws(GEOSError) {
    var work = Work()
    for role in [Role.house, .plot, .parcel] {
      let features = intake.sources.flatMap { $0.features.filter { $0.role == role } }
        .filter { !($0.shape?.polygons.isEmpty ?? true) }
      try find(in: features, &work, intake)
    }
    pairs.sort { $0.areaSquareMetres > $1.areaSquareMetres }
  }

  private mutating func find(
    in features: [SourceFeature], _ work: inout Work, _ intake: Intake
  ) throws(GEOSError) {
    let shapes = features.map { Shape($0.shape?.polygons ?? []) }
    let bounds = shapes.map(\.bounds)
    let index = SpatialIndex(bounds)
    for place in shapes.indices {
      let near = index.query(bounds[place])
      work.spent += near.count
      for other in near where other > place {
        guard bounds[place].overlap(with: bounds[other]) > Self.leastSquareMetres else { continue }
        work.spent += max(Self.leastCost, shapes[place].cornerCount + shapes[other].cornerCount)
        guard work.spent <= Self.budget, let shared = try work.intersection(shapes[place], shapes[other])
        else {
          isComplete = false
          return
        }
        guard shared.areaInSquareMetres > Self.leastSquareMetres else { continue }
        pairs.append(
          Pair(
            first: features[place].reference, second: features[other].reference,
            areaSquareMetres: shared.areaInSquareMetres,
            place: try intake.place(in: shared)))
      }
    }
  }
}

extension Overlaps {
  /// How much has been done.
  private struct Work {
    var spent = 0
    private let start = ContinuousClock.now

    /// What two shapes share; nil when it cannot be said in the time that is left.
    func intersection(_ first: Shape, _ second: Shape) throws(GEOSError) -> Shape? {
      let left = Overlaps.patience - (ContinuousClock.now - start)
      guard left > .zero else { return nil }
      do throws(GEOSError) {
        return try first.intersection(second, limit: left)
      } catch {
        guard case .deadlinePassed = error else { throw error }
        return nil
      }
    }
  }
}

extension Intake {
  /// A point inside a shape, in degrees.
  fileprivate func place(in shape: Shape) throws(GEOSError) -> GeographicPoint? {
    guard let point = try Shape(shape.polygons).pointOnSurface() else { return nil }
    return try? geographicPoints([point]).first
  }
}

extension Bounds {
  /// The area that two rectangles share, in square metres.
  fileprivate func overlap(with other: Bounds) -> Double {
    let width = min(maximum.x, other.maximum.x) - max(minimum.x, other.minimum.x)
    let height = min(maximum.y, other.maximum.y) - max(minimum.y, other.minimum.y)
    return width > 0 && height > 0 ? width * height : 0
  }
}

extension Shape {
  fileprivate var cornerCount: Int {
    polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.points.count } }
  }
}
