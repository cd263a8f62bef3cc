import Geometry

/// What the objective takes off the worth of the blocks of one bay, in parts of a plot.
struct BlockCharge {
  private let objective: PlanObjective
  /// Metres from every slab to the nearest of the objective's places, added up from the left.
  private let distances: [Double]

  init(_ objective: PlanObjective, in bay: Bay) {
    self.objective = objective
    let isNear = objective.plotsPerMetreFromPlaces > 0 && !objective.places.isEmpty
    distances =
      !isNear
      ? []
      : bay.slabs.reduce(into: [0]) { sums, slab in
        let ends = bay.ground.ends(of: slab)
        let middle = bay.frame.plane(
          LocalPoint(
            u: bay.ground.position(slab) + bay.ground.step / 2, v: ends.map { ($0.low + $0.high) / 2 } ?? 0))
        sums.append((sums.last ?? 0) + (objective.places.map { $0.distance(to: middle) }.min() ?? 0))
      }
  }

  /// Never below zero.
  ///
  /// - Parameters:
  ///   - lanes: square metres of lane that the block needs.
  ///   - ground: square metres that the block takes.
  func plots(_ slabs: Range<Int>, plots: Int, lanes: Double, ground: Double) -> Double {
    var charge = objective.plotsPerLaneSquareMetre * lanes + objective.plotsPerGroundSquareMetre * ground
    if !distances.isEmpty, !slabs.isEmpty {
      let metres = (distances[slabs.upperBound] - distances[slabs.lowerBound]) / Double(slabs.count)
      charge += Double(plots) * min(0.9, objective.plotsPerMetreFromPlaces * metres)
    }
    return max(0, charge)
  }
}
