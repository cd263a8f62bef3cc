internal import GEOS
internal import Geometry
internal import Regulations

/// The smallest and largest values that a rule book states for plots and lanes.
enum StatedLimits: LayoutRule {
  static func findings(on ground: Ground) -> [Finding] {
    guard !ground.plots.isEmpty else { return [] }
    let typeOfPlot = houseTypes(ground)
    return ground.book.limits.flatMap { stated -> [Finding] in
      switch stated.limit.quantity {
      case .laneWidth: return lanes(stated, ground)
      case .plotArea, .plotWidth, .plotDepth, .plotFrontage, .plotCoverage:
        return ground.plots.indices.compactMap { number in
          if let types = stated.limit.houseTypes, !types.contains(typeOfPlot[number]) { return nil }
          return plot(number, stated, ground)
        }
      default: return [notMeasured(stated, ground)]
      }
    }
  }

  /// One plot alone is a detached house, two that share a wall are twins, more are a row.
  private static func houseTypes(_ ground: Ground) -> [Limit.HouseType] {
    var types = Array(repeating: Limit.HouseType.detached, count: ground.plots.count)
    for row in ground.rows where row.plots.count > 1 {
      for plot in row.plots { types[plot] = row.plots.count == 2 ? .twin : .row }
    }
    return types
  }

  private static func plot(_ number: Int, _ stated: StatedLimit, _ ground: Ground) -> Finding? {
    let plot = ground.plots[number]
    guard let measured = ground.measure(stated.limit.quantity, ofPlot: number),
      let broken = stated.limit.broken(by: measured)
    else { return nil }
    let unit = stated.limit.unit.findingUnit
    let name = stated.limit.quantity.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
    return Finding(
      plot, RuleCitation(stated.rule), measured: measured, required: broken.value, unit: unit,
      place: plot.centre,
      message:
        "\(plot.name): \(name) is \(measured.text(decimals: 2)) \(unit.rawValue); \(broken.words) \(broken.value.text(decimals: 2)) \(unit.rawValue).",
      remedy: "see whether this recommendation binds this project: \(stated.rule.title)")
  }

  private static func lanes(_ stated: StatedLimit, _ ground: Ground) -> [Finding] {
    ground.ways.prefix(ground.laneCount).filter { $0.use == .lane }.compactMap { way in
      guard let width = way.widthMetres, let broken = stated.limit.broken(by: width) else { return nil }
      let rule = RuleCitation(stated.rule)
      return Finding(
        feature: way.reference, subject: way.name, rule: rule, verdict: rule.verdictWhenBroken,
        measured: width, required: broken.value, place: way.area.bounds.centre,
        message: "\(way.name) is \(width.metres) wide; \(broken.words) \(broken.value.metres).",
        remedy: "see whether this recommendation binds this project: \(stated.rule.title)")
    }
  }

  /// Nobody can see storeys or fire walls on a plan of plots; the rule is named all the same, once.
  private static func notMeasured(_ stated: StatedLimit, _ ground: Ground) -> Finding {
    let rule = RuleCitation(stated.rule)
    return Finding(
      feature: ground.plots[0].plot.reference, subject: "the plan", rule: rule,
      verdict: rule.level == .must ? .unknown : .norm, required: stated.limit.minimum ?? stated.limit.maximum,
      unit: stated.limit.unit.findingUnit, place: nil,
      message: "not judged, because a plan of plots does not show it: \(stated.rule.title).",
      remedy: "check it on the drawings of the houses")
  }
}

extension Ground {
  fileprivate func measure(_ quantity: Limit.Quantity, ofPlot number: Int) -> Double? {
    let (plot, frame) = (plots[number], frames[number])
    let area = plot.plot.areaInSquareMetres
    switch quantity {
    case .plotArea: return area
    case .plotWidth: return fronts[number].map(frame.width) ?? min(frame.lengthAlong, frame.lengthAcross)
    case .plotDepth: return fronts[number].map(frame.depth) ?? max(frame.lengthAlong, frame.lengthAcross)
    case .plotFrontage: return contactLengths[number].values.max() ?? 0
    case .plotCoverage:
      let built = plot.envelopes.reduce(0) { sum, envelope in
        sum + envelope.area.reduce(0) { $0 + $1.areaInSquareMetres }
      }
      return area > 0 ? (plot.envelopes.isEmpty ? 100 : built / area * 100) : nil
    default: return nil
    }
  }
}

extension Limit {
  /// The limit that a value breaks, by more than the rounding of a drawing.
  fileprivate func broken(by value: Double) -> (value: Double, words: String)? {
    let tolerance = 0.01
    if let minimum, value < minimum - tolerance { return (minimum, "at least") }
    if let maximum, value > maximum + tolerance { return (maximum, "at most") }
    return nil
  }
}

extension Limit.Unit {
  fileprivate var findingUnit: Finding.Unit {
    switch self {
    case .metres: .metres
    case .squareMetres: .squareMetres
    case .percent: .percent
    case .count: .count
    }
  }
}
