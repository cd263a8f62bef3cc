extension SyntheticSettlement {
  /// What a random settlement is like.
  public struct Traits: Hashable, Sendable {
    public enum Course: String, CaseIterable, Hashable, Sendable { case straight, gentle, sharp }
    public enum Back: String, CaseIterable, Hashable, Sendable { case parallel, slanted, jagged }
    public enum Entrance: String, CaseIterable, Hashable, Sendable { case end, behind, accessPoint }
    /// Whether the land ends on the bank, some metres behind it, or out over the water.
    public enum Waterfront: String, CaseIterable, Hashable, Sendable { case onBank, behind, overWater }

    public var course = Course.straight
    public var back = Back.parallel
    public var entrance = Entrance.end
    public var waterfront = Waterfront.onBank
    public var lengthMetres = 120.0
    public var depthMetres = 30.0
    public var canalWidthMetres = 8.0
    /// The canal is a centre line with a width, not an area.
    public var isCanalLine = false
    /// A bank line stands this far inland of the water's edge; nil when there is none.
    public var bankLineInlandMetres: Double?
    public var hasBothBanks = false
    /// Roads are centre lines with a width, not areas.
    public var isRoadLine = false
    public var hasRoadWithoutAccess = false
    public var holes = 0
    public var keeps = 0
    /// Houses that stay where they stand.
    public var lockedHouses = 0

    public init() {}
  }
}

extension SyntheticSettlement.Traits: CustomStringConvertible {
  public var description: String {
    let size = "\(Int(lengthMetres)) x \(Int(depthMetres)) m"
    let canal = "\(course.rawValue) canal \(canalWidthMetres) m as \(isCanalLine ? "line" : "area")"
    let extras = [
      bankLineInlandMetres.map { "bank line \($0) m inland" }, hasBothBanks ? "both banks" : nil,
      hasRoadWithoutAccess ? "closed road" : nil, holes > 0 ? "\(holes) holes" : nil,
      keeps > 0 ? "\(keeps) keeps" : nil, lockedHouses > 0 ? "\(lockedHouses) locked houses" : nil,
    ]
    return
      ([
        size, canal, "back \(back.rawValue)", "entrance \(entrance.rawValue)", "front \(waterfront.rawValue)",
      ]
      + extras.compactMap { $0 }).joined(separator: ", ")
  }
}

extension SyntheticSettlement.Traits {
  /// Traits drawn by lot: often ordinary, sometimes as narrow as 12 m or as deep as 60 m.
  public static func random(seed: UInt64) -> Self {
    var draw = SeededDraw(seed: seed)
    return Self(drawing: &draw)
  }

  init(drawing draw: inout SeededDraw) {
    course = draw.pick(Course.allCases) ?? course
    back = draw.pick(Back.allCases) ?? back
    entrance = draw.pick([.end, .end, .behind, .accessPoint]) ?? entrance
    waterfront = draw.pick([.onBank, .onBank, .onBank, .behind, .overWater]) ?? waterfront
    // Residents of Lat Phrao canal asked to keep 12 m (facts/layout.md §1); 60 m is deeper than any strip seen.
    depthMetres = (draw.pick([12, 60, draw.number(from: 12, to: 25), draw.number(from: 20, to: 45)]) ?? 30)
      .rounded()
    lengthMetres = draw.number(from: 60, to: 220).rounded()
    canalWidthMetres = draw.pick([3, 6, 8, 9.5, 10, 12, 18, 25]) ?? canalWidthMetres
    isCanalLine = draw.chance(0.4)
    bankLineInlandMetres = draw.chance(0.5) ? draw.pick([0, 0.5, 2, 6.5]) : nil
    hasBothBanks = draw.chance(0.2)
    isRoadLine = draw.chance(0.5)
    hasRoadWithoutAccess = draw.chance(0.2)
    holes = draw.pick([0, 0, 0, 1, 2]) ?? 0
    keeps = draw.pick([0, 0, 1, 2, 4]) ?? 0
    lockedHouses = draw.pick([0, 0, 0, 0, 0, 0, 1, 2]) ?? 0
  }
}
