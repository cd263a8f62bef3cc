import Geometry

/// Where kin who shall live beside each other are drawn to: the middle of their homes, or the plot that one of them has.
struct KinMeeting {
  /// For each household of the question the point that its way is measured from when plots are sought.
  let targets: [Point]

  /// - Parameters:
  ///   - households: those that are to be seated; the others stay where they have a plot.
  ///   - mostMetres: kin for whom the way to the meeting point would be longer are not drawn together.
  init(_ question: AllocationQuestion, households: [Int], mostMetres: Double) {
    var targets = question.homes
    let open = Set(households)
    var circle = Array(question.households.indices)
    var members = question.households.indices.map { [$0] }
    for pair in Self.pairs(question) where circle[pair.a] != circle[pair.b] {
      let together = members[circle[pair.a]] + members[circle[pair.b]]
      guard let middle = Self.middle(of: together, question, open),
        together.allSatisfy({ !open.contains($0) || question.homes[$0].distance(to: middle) <= mostMetres })
      else { continue }
      let (kept, merged) = (circle[pair.a], circle[pair.b])
      members[kept] = together
      members[merged] = []
      for member in together {
        circle[member] = kept
        targets[member] = middle
      }
    }
    self.targets = targets
  }

  /// Kin by the distance of their homes, the nearest first.
  private static func pairs(_ question: AllocationQuestion) -> [(a: Int, b: Int)] {
    var found: Set<[Int]> = []
    for (household, kin) in question.kin.enumerated() {
      for other in kin where other != household {
        found.insert([min(household, other), max(household, other)])
      }
    }
    return found.map { (question.homes[$0[0]].distance(to: question.homes[$0[1]]), $0[0], $0[1]) }
      .sorted { $0 < $1 }.map { ($0.1, $0.2) }
  }

  /// The middle of the plots that some of them have, else of their homes; nil where one will have no plot.
  private static func middle(of members: [Int], _ question: AllocationQuestion, _ open: Set<Int>) -> Point? {
    let settled = members.filter { !open.contains($0) }
    let plots = settled.compactMap { question.fixed[$0].map { question.places[$0].centre } }
    guard plots.count == settled.count else { return nil }
    let points = plots.isEmpty ? members.map { question.homes[$0] } : plots
    let share = 1 / Double(points.count)
    return Point(
      x: points.reduce(0) { $0 + $1.x } * share, y: points.reduce(0) { $0 + $1.y } * share)
  }
}
