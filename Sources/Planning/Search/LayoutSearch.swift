import GEOS
import Geometry

/// A proved layout and the ground on which it was found.
struct FoundLayout {
  var ground: Ground
  var layout: DrawnLayout
  var notes: [String]
  var worth: PlotWorth
  /// What the objective makes of it, in scores of the search.
  var score: Int
  /// How many plots no way reached.
  var unserved: Int
  /// Plots that a lane for fire engines cost.
  var spineCost = 0
  /// Plots that the courts cost.
  var courtCost = 0
  /// Courts that the search had found, before exact geometry.
  var courtsFound = 0
  /// Worth of the best that the search had found, before exact geometry, in scores of the search.
  var promised = 0
}

/// Looks for the best layout of a ground that exact geometry bears out.
struct LayoutSearch {
  private let ground: Ground
  private let request: PlanRequest
  private let rules: LayoutRules

  init(ground: Ground, request: PlanRequest) {
    self.ground = ground
    self.request = request
    rules = LayoutRules(request)
  }

  /// Nil when the engine was stopped before there was one.
  ///
  /// A strict layout is a relaxed one too, and the relaxed search may miss it: it takes out what crowds, one by one.
  func best() throws -> FoundLayout? {
    guard request.courts > 0 else { return try bestAsAsked() }
    var plain = request
    plain.courts = 0
    guard let without = try LayoutSearch(ground: ground, request: plain).bestAsAsked() else { return nil }
    var best = without
    var count = request.courts
    // Where exact geometry takes courts away again, fewer are asked for: what stands then is worth more.
    while count > 0, !request.isCancelled() {
      var fewer = request
      fewer.courts = count
      guard let found = try LayoutSearch(ground: ground, request: fewer).bestAsAsked() else { break }
      if found.worth > best.worth { best = found }
      // The search itself found room for no more.
      if found.layout.courts.count >= found.courtsFound { break }
      count = max(found.layout.courts.count, min(count, found.courtsFound) - 1)
    }
    best.courtCost = without.worth.plots - best.worth.plots
    return best
  }

  private func bestAsAsked() throws -> FoundLayout? {
    let own = try bestOfOwnRules()
    guard request.isRelaxed, !request.isForCountAlone, request.fireReach == nil, let own,
      !request.isCancelled()
    else { return own }
    var strict = request
    strict.isRelaxed = false
    guard let other = try LayoutSearch(ground: ground, request: strict).bestAsAsked(),
      (other.worth.met, other.score) > (own.worth.met, own.score)
    else { return own }
    return other
  }

  private func bestOfOwnRules() throws -> FoundLayout? {
    var best = try found(on: ground)
    if let width = request.spineWidthMetres {
      if let better = try bestSpine(width, than: nil) {
        best = better
      } else {
        best?.notes.insert("no spine of this width could be led from an entrance along the site", at: 0)
      }
    } else if let reach = request.fireReach, let plain = best,
      var better = try bestSpine(reach.widthMetres, than: plain)
    {
      better.spineCost = plain.worth.plots - better.worth.plots
      best = better
    }
    return best
  }

  /// Nil when the engine was stopped before there was one.
  ///
  /// Where exact geometry bears out far less than the search had found, plain rows may come to more in the end.
  private func found(on ground: Ground) throws -> FoundLayout? {
    guard let own = try foundAsAsked(on: ground) else { return nil }
    guard own.score < own.promised - own.promised / 20, request.sizes.isEmpty, request.patterns != [.rows],
      !request.isCancelled()
    else { return own }
    var plain = request
    plain.patterns = [.rows]
    guard let rows = try LayoutSearch(ground: ground, request: plain).foundAsAsked(on: ground),
      (rows.worth.met, rows.score) > (own.worth.met, own.score)
    else { return own }
    return rows
  }

  private func foundAsAsked(on ground: Ground) throws -> FoundLayout? {
    let drawing = LayoutDrawing(ground: ground, rules: rules, request: request)
    let proof = LayoutProof(ground: ground, request: request, rules: rules)
    let parts = try LandSearch(ground: ground, rules: rules, request: request).filled()
    var best: FoundLayout?
    var most = 0
    for choice in Self.choices(parts) where best == nil || !request.isCancelled() {
      let courts = choice.reduce(0) { $0 + $1.courts }
      // What the search found is the most that can be proved.
      let counts = choice.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
      let promised = choice.reduce(0) { $0 + $1.worth(request.objective) }
      most = max(most, promised)
      let met = request.worth(counts, courts: courts).met
      if let best, (met, promised) <= (best.worth.met, best.score) { continue }
      let chosen = choice.reduced(to: request.objective.enoughPlots)
      let found = try proof.proved(drawing.draw(chosen))
      let lost = chosen.reduce(0) { $0 + $1.plots } - found.layout.plots
      let (worth, score) = (
        request.worth(found.layout.counts, courts: found.layout.courts.count),
        promised - lost * BaySearch.plotScore
      )
      if let best, (worth.met, score) <= (best.worth.met, best.score) { continue }
      best = FoundLayout(
        ground: ground, layout: found.layout, notes: found.notes, worth: worth, score: score,
        unserved: found.unserved, courtsFound: courts)
    }
    best?.promised = most
    return best
  }

  /// The best layout with a spine: the fewest plots beyond the fire reach, if one is asked for, then the most plots.
  ///
  /// - Parameter plain: a layout without a spine, which it must beat; nil where a spine is asked for.
  private func bestSpine(_ width: Double, than plain: FoundLayout?) throws -> FoundLayout? {
    func beyond(_ found: FoundLayout) throws -> Int {
      try request.fireReach.map {
        try FireWalks(ground: found.ground, request: request, asked: $0).measure(found.layout).plotsBeyond
      } ?? 0
    }
    var best: FoundLayout?
    var fewest = try plain.map(beyond) ?? .max
    if fewest == 0 { return nil }
    for candidate in try SpineCandidates(ground: ground, request: request, widthMetres: width).grounds() {
      if request.isCancelled() { break }
      guard let found = try found(on: candidate) else { break }
      let count = try beyond(found)
      guard count < fewest || (count == fewest && best.map { found.worth > $0.worth } ?? false) else {
        continue
      }
      (best, fewest) = (found, count)
    }
    return best
  }

  /// Every part its best way first, then all their second best, and so on.
  private static func choices(_ parts: [[FilledPart]]) -> [[FilledPart]] {
    (0..<max(1, parts.map(\.count).max() ?? 0)).map { rank in
      parts.compactMap { $0.isEmpty ? nil : $0[min(rank, $0.count - 1)] }
    }
  }
}
