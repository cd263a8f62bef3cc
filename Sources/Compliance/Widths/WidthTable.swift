internal import Regulations
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

  /// - Parameter widths: in metres, ascending.
  public init(of settlement: Settlement, widths: [Double], checker: Checker) {
    rows = widths.map { Row(widthMetres: $0) }
    let growing = settlement.canals.filter { !$0.isCulvert && !$0.isStanding }
    let waters = growing.compactMap { GrowingCanal($0, widths: widths, checker: checker) }
    let measured = Set(waters.map(\.reference))
    withoutWidth = growing.map(\.reference).filter { !measured.contains($0) }
    let index = CellIndex(waters.map(\.reach))
    for house in settlement.houses {
      guard let subject = SetbackSubject.subject(of: house) else { continue }
      buildings += 1
      let near = index.query(subject.body.bounds, among: waters.map(\.reach)).map { waters[$0] }
      let distances = near.map { ($0, $0.distance(from: subject.body)) }
      var wasAffected = false
      for place in rows.indices {
        let standings = distances.map { $0.standing(atMetres: $1, width: place) }
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
}
