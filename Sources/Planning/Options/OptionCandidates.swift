import GEOS
import Geometry
import Settlement

/// Plans under different objectives, from which the options are chosen.
struct OptionCandidates {
  let settlement: Settlement
  let request: PlanRequest
  let base: PlanOutcome

  init(_ settlement: Settlement, _ request: PlanRequest, base: PlanOutcome) throws {
    (self.settlement, self.request, self.base) = (settlement, request, base)
  }

  /// Every candidate that leaves no more people out than the plan with the most plots does.
  func all() throws -> [PlanOption] {
    var found = [try measured(base)]
    let decided = base.measures.plots - base.plan.plots.count
    let enough = max(0, (needed ?? base.measures.plots) - decided)
    for objective in try objectives(enough: enough) {
      if request.isCancelled() { break }
      var request = request
      request.objective = objective
      guard let outcome = try planned(settlement, request) else { continue }
      if outcome.measures.plots >= needed ?? 0 { found.append(try measured(outcome)) }
    }
    found += try keeping()
    return found
  }

  /// As many plots as must be: for every household, or most of what is possible where nobody counted them.
  var needed: Int? {
    let most = base.measures.plots
    if let households = request.households { return min(households, most) }
    return Int((Double(most) * OptionSearch.leastShareOfPlots).rounded(.up))
  }

  /// Nil where the search was stopped or no plan came of it.
  private func planned(_ settlement: Settlement, _ request: PlanRequest) throws -> PlanOutcome? {
    do {
      let outcome = try Planner.plan(settlement, request)
      return outcome.isPartial || outcome.plan.plots.isEmpty ? nil : outcome
    } catch {
      if case .shape = error { throw error }
      return nil
    }
  }

  private func measured(
    _ outcome: PlanOutcome, in settlement: Settlement? = nil, kept: Set<FeatureReference> = []
  ) throws -> PlanOption {
    PlanOption(
      purpose: .mostPlots, outcome: outcome,
      measures: try LayoutMeasures(
        settlement ?? self.settlement, outcome.plan, households: outcome.measures.households,
        roadGapMetres: request.roadGapMetres),
      keptHouses: kept)
  }
}

extension OptionCandidates {
  private func objectives(enough: Int) throws -> [PlanObjective] {
    let squareMetres = request.plot.areaInSquareMetres
    var objectives: [PlanObjective] = []
    func add(_ change: (inout PlanObjective) -> Void) {
      var objective = PlanObjective()
      change(&objective)
      objectives.append(objective)
    }
    let houses = settlement.houses.compactMap { house in
      house.footprint.isEmpty ? house.point : house.shape.bounds.centre
    }
    if !houses.isEmpty {
      add {
        $0.places = houses
        $0.plotsPerMetreFromPlaces = Self.perMetreFromHouses
        $0.enoughPlots = enough
      }
    }
    let entrances = try self.entrances()
    if let extent, !entrances.isEmpty {
      add {
        $0.places = entrances
        $0.plotsPerMetreFromPlaces = 0.5 / extent
        $0.enoughPlots = enough
      }
    }
    // A lane must bring a plot for as much ground as a plot itself takes, or for half of it.
    for share in [1.0, 0.5] {
      add {
        $0.plotsPerLaneSquareMetre = 1 / (squareMetres * share)
        $0.enoughPlots = enough
      }
    }
    // Ground that brings fewer plots than the plan does on the whole stays open.
    let usual = Double(base.measures.plots) / max(1, base.measures.buildableSquareMetres)
    for share in [0.5, 0.9] {
      add {
        $0.plotsPerGroundSquareMetre = usual * share
        $0.enoughPlots = enough
      }
    }
    return objectives
  }

  /// A move of 20 m is reckoned as bad as a fifth of a plot. A choice of ours.
  private static let perMetreFromHouses = 0.01

  /// Corners of the roads and access points at the site.
  private func entrances() throws -> [Point] {
    let site = try settlement.site.map { try Shape.polygon($0).madeValid() }.united()
    let gap = request.roadGapMetres ?? RoadGap.drawn
    let near = try Entrances(settlement, site: site, gapMetres: gap).entrances.intersection(
      site.buffered(byMetres: RoadGap.drawn))
    return near.polygons.flatMap(\.shell.points)
  }

  /// The longer side of the site's bounds, in metres.
  private var extent: Double? {
    let bounds = settlement.site.reduce(into: Bounds()) { $0.include($1.bounds) }
    return bounds.isEmpty ? nil : max(1, bounds.width, bounds.height)
  }
}
