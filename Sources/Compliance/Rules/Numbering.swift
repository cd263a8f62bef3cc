internal import GEOS
internal import Geometry

/// Every plot has a number of its own, in an order that one can follow.
enum Numbering: LayoutRule {
  private static let unique = RuleCitation.layout("number", "No two plots have the same number")
  private static let missing = RuleCitation.advice("number-missing", "Every plot has a number")
  private static let followed = RuleCitation.advice("number-order", "Numbers run on along a row")
  private static let claimed = RuleCitation.claim("number-order", "Numbers run on along a row")

  static func findings(on ground: Ground) -> [Finding] {
    duplicates(ground) + gaps(ground) + jumps(ground)
  }

  private static func duplicates(_ ground: Ground) -> [Finding] {
    var first: [Int: CheckedPlot] = [:]
    return ground.plots.compactMap { plot in
      guard let number = plot.plot.number else { return nil }
      guard let other = first[number] else {
        first[number] = plot
        return nil
      }
      return Finding(
        plot, unique, place: plot.centre, other: other.plot.reference,
        message: "number \(number) stands on two plots.", remedy: "number one of them anew")
    }
  }

  private static func gaps(_ ground: Ground) -> [Finding] {
    let numbers = Set(ground.plots.compactMap(\.plot.number))
    // A plan drawn by hand often has no numbers at all; then there is nothing to say.
    guard let lowest = numbers.min(), let highest = numbers.max() else { return [] }
    var findings = ground.plots.filter { $0.plot.number == nil }.map {
      Finding($0, missing, place: $0.centre, message: "\($0.name) has no number.", remedy: "give it one")
    }
    let holes = (highest - lowest).addingReportingOverflow(1 - numbers.count)
    if !holes.overflow, holes.partialValue > 0, let plot = ground.plots.first {
      findings.append(
        Finding(
          feature: plot.plot.reference, subject: "the plan", rule: missing, verdict: .norm,
          measured: Double(holes.partialValue), required: 0, unit: .count, place: plot.centre,
          message: "\(holes.partialValue) numbers between \(lowest) and \(highest) are on no plot.",
          remedy: "see whether plots are lost; else number anew"))
    }
    return findings
  }

  /// Along one row the numbers rise or fall all the way.
  private static func jumps(_ ground: Ground) -> [Finding] {
    ground.rows.filter { $0.plots.count > 2 }.compactMap { row in
      let walk = walk(row, ground)
      let numbers = walk.compactMap { ground.plots[$0].plot.number }
      guard numbers.count == walk.count else { return nil }
      let steps = zip(numbers, numbers.dropFirst()).map { $0 < $1 }
      let rising = steps.count(where: { $0 })
      let wrong = steps.firstIndex(of: rising * 2 < steps.count)
      guard rising != 0, rising != steps.count, let wrong else { return nil }
      let plot = ground.plots[walk[wrong + 1]]
      return Finding(
        plot, ground.statement?.numbersRunOn ?? false ? claimed : followed, place: plot.centre,
        message: "the numbers of a row do not run on: \(numbers.map(String.init).joined(separator: ", ")).",
        remedy: "exchange the numbers that stand in the wrong place")
    }
  }

  /// The plots of a row from one end to the other.
  private static func walk(_ row: Row, _ ground: Ground) -> [Int] {
    guard let start = row.ends.first, let front = ground.fronts[start.plot] else { return row.plots }
    let along = ground.frames[start.plot].outward(front).left
    let origin = ground.plots[start.plot].centre ?? Point(x: 0, y: 0)
    return row.plots.sorted {
      let first = ((ground.plots[$0].centre ?? origin) - origin).dot(along)
      let second = ((ground.plots[$1].centre ?? origin) - origin).dot(along)
      return (first, $0) < (second, $1)
    }
  }
}
