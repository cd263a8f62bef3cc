public import Settlement

/// How many buildings a canal would affect if it were so wide, for many widths at once.
///
/// A canal grows evenly to both sides of its centre line, or of its drawn edge. Each building is measured once, and the
/// rule is asked for each width.
public struct WidthTable: Sendable {
  public struct Row: Sendable, Hashable {
    public var widthMetres: Double
    /// Over the water, or nearer than the book asks beside a canal of this width.
    public var affected = 0
    /// Of these, standing over the water in part.
    public var overWater = 0
    /// Affected here and not at the width before.
    public var newly = 0
    /// Not to be told, as the book gives no number for this width.
    public var unknown = 0
  }

  public private(set) var rows: [Row]
  /// Canals drawn as areas of which nobody states a width, so that nobody can tell how far they would grow.
  public let withoutWidth: [FeatureReference]
  public private(set) var buildings = 0

  /// Of no building yet.
  public init(_ survey: WidthSurvey) {
    rows = survey.widths.map { Row(widthMetres: $0) }
    withoutWidth = survey.withoutWidth
  }

  /// - Parameter widths: in metres, ascending.
  public init(of settlement: Settlement, widths: [Double], checker: Checker) {
    let survey = WidthSurvey(settlement.canals, widths: widths, checker: checker)
    self.init(survey)
    for house in settlement.houses { survey.count(house, in: &self) }
  }

  /// Adds what was counted of other buildings beside the same canals.
  public mutating func add(_ other: WidthTable) {
    buildings += other.buildings
    for place in rows.indices.prefix(other.rows.count) {
      rows[place].affected += other.rows[place].affected
      rows[place].overWater += other.rows[place].overWater
      rows[place].newly += other.rows[place].newly
      rows[place].unknown += other.rows[place].unknown
    }
  }

  /// Counts one building.
  ///
  /// - Parameter standings: at each width, beside every canal in reach; nil where none is.
  mutating func count(_ standings: ((_ width: Int) -> [GrowingCanal.Standing])?) {
    buildings += 1
    guard let standings else { return }
    var wasAffected = false
    for place in rows.indices {
      let standings = standings(place)
      let isOver = standings.contains(.overWater)
      let isAffected = isOver || standings.contains(.tooNear)
      if isOver { rows[place].overWater += 1 }
      if isAffected { rows[place].affected += 1 }
      if isAffected, !wasAffected { rows[place].newly += 1 }
      if !isAffected, standings.contains(.unknown) { rows[place].unknown += 1 }
      wasAffected = isAffected
    }
  }
}
