extension Intake {
  /// How far features may be off from one another by the ways from their files' systems to WGS 84, in metres.
  ///
  /// The error of such a way is the same for all that goes it, so files of one system stand rightly beside each other.
  ///
  /// - Parameter isBesideDegrees: whether they are also held against what is WGS 84 already.
  func accuracyMetres(isBesideDegrees: Bool = false) -> Double {
    var systems = Set(sources.map { $0.system.isWGS84 ? "" : $0.system.system?.name ?? "" })
    if isBesideDegrees { systems.insert("") }
    return systems.count > 1 ? sources.compactMap(\.system.accuracyMetres).max() ?? 0 : 0
  }
}
