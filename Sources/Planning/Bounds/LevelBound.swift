/// The most plots in rows along and square to a direction, by worth that ground has level by level.
///
/// Give every level a worth for each square metre, such that each row with what it claims is worth at least as many
/// as it has plots, wherever it stands. As claims are disjoint, the worth of all ground is a bound. The worths come
/// from a linear program over rows that stand on whole levels; then the row of least worth is found among all
/// places, exactly, and all worths are raised by what it lacks.
struct LevelBound {
  private let levels: LandLevels
  private let claims: [RowClaim]

  init(levels: LandLevels, charge: RowCharge) {
    self.levels = levels
    let room = levels.land.upperBound - levels.land.lowerBound + Self.slack
    claims = charge.units.flatMap { units in
      [RowClaim.Stance.frontBelow, .frontAbove, .square].map {
        RowClaim($0, units: units, charge: charge)
      }
    }.filter { $0.bodyMetres <= room }
  }

  /// Land may be this much too shallow for a row that is laid on it all the same, in metres.
  private static let slack = 0.002

  func plots() -> Double {
    guard !claims.isEmpty else { return 0 }
    let worth = program().solved()
    let least = claims.map { leastWorth(of: $0, worth) / Double($0.units) }.min() ?? 0
    guard least > 1e-6 else { return .infinity }
    return zip(levels.squareMetres, worth).reduce(0) { $0 + $1.0 * $1.1 } / least
  }

  /// Where the plots of a row may stand.
  private func places(_ claim: RowClaim) -> ClosedRange<Double> {
    let first = levels.land.lowerBound
    return first...max(first, levels.land.upperBound - claim.bodyMetres)
  }

  private func program() -> PackingProgram {
    var program = PackingProgram(capacities: levels.squareMetres)
    for claim in claims {
      let places = self.places(claim)
      var place = places.lowerBound
      while place < places.upperBound {
        program.add(column(claim, at: place))
        place += levels.step
      }
      program.add(column(claim, at: places.upperBound))
    }
    return program
  }

  /// What one plot of the row takes of each level.
  private func column(_ claim: RowClaim, at place: Double) -> PackingProgram.Column {
    let touched = self.touched(claim, at: place)
    var below = 0.0
    let amounts = touched.map { level -> Double in
      let area = claim.squareMetres(below: border(level + 1) - place)
      defer { below = area }
      return (area - below) / Double(claim.units)
    }
    return PackingProgram.Column(first: touched.lowerBound, amounts: amounts)
  }

  private func border(_ level: Int) -> Double { levels.start + Double(level) * levels.step }

  private func touched(_ claim: RowClaim, at place: Double) -> Range<Int> {
    let first = Int(((place + claim.low - levels.start) / levels.step + 1e-9).rounded(.down))
    let last = Int(((place + claim.high - levels.start) / levels.step - 1e-9).rounded(.up))
    let low = min(max(0, first), levels.squareMetres.count)
    return low..<max(low, min(last, levels.squareMetres.count))
  }

  private func worth(of claim: RowClaim, at place: Double, _ worth: [Double]) -> Double {
    var below = 0.0
    return touched(claim, at: place).reduce(0) { sum, level in
      let area = claim.squareMetres(below: border(level + 1) - place)
      defer { below = area }
      return sum + worth[level] * (area - below)
    }
  }

  /// Over all places: between two places where a corner passes a border of levels the worth is a parabola.
  private func leastWorth(of claim: RowClaim, _ worth: [Double]) -> Double {
    let places = self.places(claim)
    let stops = self.stops(claim, in: places)
    var least = Double.infinity
    var before: (place: Double, worth: Double)?
    for stop in stops {
      let here = self.worth(of: claim, at: stop, worth)
      least = min(least, here)
      if let before {
        let middle = self.worth(of: claim, at: (before.place + stop) / 2, worth)
        least = min(least, Self.lowest(before.worth, middle, here))
      }
      before = (stop, here)
    }
    return least
  }

  private func stops(_ claim: RowClaim, in places: ClosedRange<Double>) -> [Double] {
    var stops = [places.lowerBound, places.upperBound]
    for height in Set(claim.heights) {
      let first = ((places.lowerBound + height - levels.start) / levels.step).rounded(.up)
      var place = levels.start + first * levels.step - height
      while place < places.upperBound {
        stops.append(place)
        place += levels.step
      }
    }
    return stops.sorted()
  }

  /// The lowest value of the parabola through a start, a middle and an end.
  private static func lowest(_ start: Double, _ middle: Double, _ end: Double) -> Double {
    let curve = 2 * (start - 2 * middle + end)
    guard curve > 1e-12 else { return min(start, middle, end) }
    let slope = end - start - curve
    let lowest = -slope / (2 * curve)
    return (0...1).contains(lowest) ? start - slope * slope / (4 * curve) : min(start, middle, end)
  }
}
