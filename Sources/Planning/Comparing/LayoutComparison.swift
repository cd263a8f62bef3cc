import GEOS
import Geometry
public import Settlement

/// What is different between two layouts of the same land, plot by plot and house by house.
public struct LayoutComparison: Sendable {
  /// Every plot of either layout: those of the earlier one in its order, then the new ones.
  public let plots: [PlotChange]
  /// Every house that stands in both settlements.
  public let houses: [HouseChange]

  /// What maps with seven decimals of a degree lose is no change, in metres.
  static let rounding = 0.03

  /// - Throws: `GEOSError` when a shape cannot be worked with.
  public init(
    from before: (settlement: Settlement, plan: Plan), to after: (settlement: Settlement, plan: Plan)
  ) throws {
    let old = MeasuredLayout(before.settlement, before.plan)
    let new = MeasuredLayout(after.settlement, after.plan)
    let matching = try PlotMatching(old.plots, new.plots)
    let taken = Set(matching.pairs.compactMap(\.self))
    plots =
      try old.plots.indices.map { place in
        try matching.pairs[place].map { try PlotChange(old.plots[place], new.plots[$0]) }
          ?? PlotChange(before: old.plots[place], after: nil, movedMetres: nil, kinds: [.gone])
      }
      + new.plots.indices.filter { !taken.contains($0) }.map {
        PlotChange(before: nil, after: new.plots[$0], movedMetres: nil, kinds: [.new])
      }
    houses = try HouseChange.all(old, new)
  }

  public func count(_ kind: PlotChange.Kind) -> Int { plots.count { $0.kinds.contains(kind) } }

  /// Plots that are as they were.
  public var unchanged: Int { plots.count { $0.kinds.isEmpty } }
}

extension PlotChange {
  fileprivate init(_ before: Plot, _ after: Plot) throws {
    let (old, new) = (Shape(before.area), Shape(after.area))
    let step = try old.centroid().flatMap { centre in try new.centroid()?.distance(to: centre) }
    let limit = LayoutComparison.rounding
    let edge = limit * (old.bounds.width + old.bounds.height)
    let isResized = abs(old.areaInSquareMetres - new.areaInSquareMetres) > edge
    let both = isResized ? 0 : try old.symmetricDifference(new).areaInSquareMetres
    var kinds: [Kind] = []
    // Turned where it stands counts as moved.
    if step ?? 0 > limit || both > 4 * edge { kinds.append(.moved) }
    if isResized { kinds.append(.resized) }
    if before.number != after.number { kinds.append(.renumbered) }
    if before.household != after.household { kinds.append(.household) }
    self.init(before: before, after: after, movedMetres: step, kinds: kinds)
  }
}
