internal import Geometry
internal import Matching

/// Seats near today's homes: least squared distance first, then exchanges that bring neighbours and kin together.
struct NearbySeating {
  private let question: AllocationQuestion
  private let request: AllocationRequest
  private let households: [Int]
  private let places: [Int]
  /// Where each household of the question is drawn to: its home, or to its kin.
  private let targets: [Point]

  init(_ question: AllocationQuestion, _ request: AllocationRequest, households: [Int], places: [Int]) {
    (self.question, self.request) = (question, request)
    (self.households, self.places) = (households, places)
    // A wish is worth the walk that a need is worth.
    let most = request.needsAreHard ? .infinity : request.needMetres
    targets =
      KinMeeting(question, households: households, mostMetres: min(most, request.mostMetres ?? .infinity))
      .targets
  }

  private func way(_ household: Int, _ place: Int) -> Double {
    targets[household].distance(to: question.places[place].centre)
  }

  /// Above every sum of squared distances that a settlement can have.
  private static let tooFar = 1e10
  private static let unmetNeed = 1e8
  private static let never = 1e12

  /// What speaks against a seat besides its distance, as squared metres.
  private func penalty(_ household: Int, _ place: Int, _ metres: Double) -> Double {
    var penalty = 0.0
    if question.forbidden[household].contains(place) { penalty += Self.never }
    if let most = request.mostMetres, metres > most { penalty += Self.tooFar }
    if !question.households[household].needs.isEmpty {
      let each = request.needsAreHard ? Self.unmetNeed : request.needMetres * request.needMetres
      penalty += each * Double(question.unmet(household, place))
    }
    return penalty
  }

  /// The places of the households by least squared distance; nil where only a forbidden plot is left.
  func base() -> [Int?] {
    let found = LeastCostMatching(rows: households.count, columns: places.count) { row, column in
      let (household, place) = (households[row], places[column])
      let way = way(household, place)
      return way * way + penalty(household, place, question.metres(household, place))
    }
    return allowed(found.columns.map { $0.map { places[$0] } })
  }

  private func allowed(_ seats: [Int?]) -> [Int?] {
    zip(households, seats).map { household, seat in
      seat.flatMap { question.forbidden[household].contains($0) ? nil : $0 }
    }
  }

  /// The same after exchanges.
  func seats() -> [Int?] {
    var seats = base()
    var friends = Array(repeating: [Int](), count: households.count)
    var rowOf: [Int: Int] = [:]
    for (row, household) in households.enumerated() { rowOf[household] = row }
    for (a, b) in Neighbours.pairs(Neighbours.nearest(to: households.map { question.homes[$0] })) {
      friends[a].append(b)
      friends[b].append(a)
    }
    for (row, household) in households.enumerated() {
      for relative in question.kin[household] {
        guard let other = rowOf[relative] else { continue }
        // Kin were asked for by name: they weigh as much as four neighbours, and once they are drawn together more than
        // all who would pull them back.
        let isDrawn = targets[household] == targets[relative]
        let weight = isDrawn ? Self.weightOfDrawnKin : Neighbours.count
        friends[row] += Array(repeating: other, count: weight)
        friends[other] += Array(repeating: row, count: weight)
      }
    }
    exchange(&seats, friends)
    return seats
  }

  /// Exchanges two seats, or takes a free one, as long as the sum of ways and of distances between friends shrinks.
  private func exchange(_ seats: inout [Int?], _ friends: [[Int]]) {
    let near = Neighbours.nearest(to: question.places.map(\.centre), count: Self.candidates)
    let open = Set(places)
    var holder: [Int: Int] = [:]
    for (row, seat) in seats.enumerated() { if let seat { holder[seat] = row } }
    for _ in 0..<Self.rounds {
      var isBetter = false
      for row in seats.indices {
        guard let seat = seats[row] else { continue }
        for other in near[seat] where open.contains(other) {
          let partner = holder[other]
          let before = worth(row, seats, friends) + (partner.map { worth($0, seats, friends) } ?? 0)
          seats[row] = other
          if let partner { seats[partner] = seat }
          let after = worth(row, seats, friends) + (partner.map { worth($0, seats, friends) } ?? 0)
          guard after < before - 1e-6 else {
            seats[row] = seat
            if let partner { seats[partner] = other }
            continue
          }
          holder[other] = row
          holder[seat] = partner
          isBetter = true
          break
        }
      }
      if !isBetter { return }
    }
  }

  private static let weightOfDrawnKin = 3 * Neighbours.count
  private static let candidates = 12
  private static let rounds = 20

  /// The way of one household and half the distances to its friends, in metres.
  private func worth(_ row: Int, _ seats: [Int?], _ friends: [[Int]]) -> Double {
    guard let seat = seats[row] else { return 0 }
    let way = way(households[row], seat)
    var sum = way + penalty(households[row], seat, question.metres(households[row], seat)).squareRoot()
    // The squared ways keep far moves away from everybody, as the first step did.
    sum += way * way / Self.squareScale
    for friend in friends[row] {
      if let other = seats[friend] {
        sum += question.places[seat].centre.distance(to: question.places[other].centre)
      }
    }
    return sum
  }

  /// In metres: at this distance the square weighs as much as the way itself.
  private static let squareScale = 20.0

  /// The least distance within which all can be seated on plots that they may have, to a centimetre.
  ///
  /// A bottleneck assignment: the distance is halved in, and each time a matching is looked for.
  func leastMostMetres() -> Double? {
    func fits(_ most: Double) -> Bool {
      LargestMatching(rows: households.count, columns: places.count) { row, column in
        question.metres(households[row], places[column]) <= most
          && !question.forbidden[households[row]].contains(places[column])
      }.count == households.count
    }
    var high = 1.0
    while !fits(high) {
      high *= 2
      if high > 1e6 { return nil }
    }
    var low = high / 2
    if high == 1 { low = 0 }
    while high - low > 0.005 {
      let middle = (low + high) / 2
      if fits(middle) { high = middle } else { low = middle }
    }
    return (high * 100).rounded(.up) / 100
  }
}
