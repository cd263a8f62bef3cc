import GEOS
import Geometry
public import Settlement

/// Looks for plans that differ in what residents feel, none of which is better than another in everything.
///
/// The same settlement and request give the same options, unless the request is cancelled in between.
public enum OptionSearch {
  /// Two options share at most nine tenths of their plots' ground. A choice of ours.
  public static let leastDistance = 0.1
  /// An option that gives up plots keeps at least so many of the most, where nobody said how many are needed.
  static let leastShareOfPlots = 0.8

  /// The options, the one with the most plots first; fewer where there are no more that truly differ.
  ///
  /// - Parameter count: how many at most.
  /// - Throws: ``PlanningError`` when there is no plan at all.
  public static func options(
    _ settlement: Settlement, _ request: PlanRequest, count: Int
  ) throws(PlanningError) -> [PlanOption] {
    var plain = request
    plain.objective = PlanObjective()
    plain.memory = plain.memory ?? BlockMemory()
    let base = try Planner.plan(settlement, plain)
    plain.roadGapMetres = plain.roadGapMetres ?? base.roadGapMetres
    do {
      let candidates = try OptionCandidates(settlement, plain, base: base)
      return try chosen(candidates.all(), count: count)
    } catch let error as PlanningError {
      throw error
    } catch {
      throw .shape("the options could not be measured: \(error)")
    }
  }

  /// Of plans with their measures those to show; the first is the plan with the most plots.
  public static func chosen(_ candidates: [PlanOption], count: Int) throws -> [PlanOption] {
    let good = candidates.indices.filter { index in
      !candidates.indices.contains { other in
        other != index
          && (candidates[other].dominates(candidates[index])
            || (other < index && candidates[other].isLike(candidates[index])))
      }
    }.map { candidates[$0] }
    var chosen: [PlanOption] = []
    func isFar(_ option: PlanOption) throws -> Bool {
      try chosen.allSatisfy { try $0.distance(to: option) >= leastDistance }
    }
    for purpose in OptionPurpose.allCases where chosen.count < count {
      let values = good.compactMap { $0.value(purpose) }
      // What all have alike, no plan is best at.
      guard let best = values.max(), chosen.isEmpty || values.contains(where: { $0 < best }) else { continue }
      if let index = chosen.firstIndex(where: { $0.value(purpose) == best }) {
        chosen[index].alsoBest.append(purpose)
        continue
      }
      let reached = chosen.compactMap { $0.value(purpose) }.max() ?? -.infinity
      let better = good.filter { ($0.value(purpose) ?? -.infinity) > reached }
        .enumerated().sorted {
          (-($0.element.value(purpose) ?? 0), $0.offset) < (-($1.element.value(purpose) ?? 0), $1.offset)
        }.map(\.element)
      guard var option = try better.first(where: isFar) else { continue }
      option.purpose = purpose
      chosen.append(option)
    }
    for var option in balanced(good) where chosen.count < count {
      guard try isFar(option) else { continue }
      option.purpose = .balanced
      chosen.append(option)
    }
    return chosen
  }

  /// By how near they come to the best of each measure on average, best first.
  private static func balanced(_ options: [PlanOption]) -> [PlanOption] {
    let ranges = OptionPurpose.allCases.compactMap { purpose -> (OptionPurpose, Double, Double)? in
      let values = options.compactMap { $0.value(purpose) }
      guard let least = values.min(), let most = values.max(), most > least else { return nil }
      return (purpose, least, most)
    }
    func score(_ option: PlanOption) -> Double {
      ranges.reduce(0) { $0 + ((option.value($1.0) ?? $1.1) - $1.1) / ($1.2 - $1.1) }
    }
    return options.enumerated().sorted {
      (-score($0.element), $0.offset) < (-score($1.element), $1.offset)
    }.map(\.element)
  }
}

extension PlanOption {
  /// Whether no measure tells the plans apart.
  fileprivate func isLike(_ other: PlanOption) -> Bool {
    OptionPurpose.allCases.allSatisfy { value($0) == other.value($0) }
  }
}
