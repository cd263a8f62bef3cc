internal import Planning
internal import Settlement

/// What the other reading of the rule of the row would give: relaxed beside strict, strict beside relaxed.
struct OtherReading {
  let settlement: Settlement
  let request: PlanRequest

  /// Nil when it could not be laid out in time.
  func plots(until deadline: ContinuousClock.Instant) -> Int? {
    var other = request
    other.isRelaxed.toggle()
    other.isCancelled = { ContinuousClock.now >= deadline }
    return try? Planner.plots(settlement, other)
  }

  /// A strict plan that took longer is written without asking what a relaxed one would give. A choice of ours.
  static let quick = Duration.milliseconds(500)
}
