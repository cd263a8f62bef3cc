internal import Geometry
public import Settlement

/// Canals made ready to count buildings beside them at many widths, one at a time.
public struct WidthSurvey: Sendable {
  let widths: [Double]
  let withoutWidth: [FeatureReference]
  private let waters: [GrowingCanal]
  private let reaches: [Bounds]
  private let index: CellIndex

  /// - Parameter widths: in metres, ascending.
  public init(_ canals: [Canal], widths: [Double], checker: Checker) {
    self.widths = widths
    let growing = canals.filter { !$0.isCulvert && !$0.isStanding }
    waters = growing.compactMap { GrowingCanal($0, widths: widths, checker: checker) }
    let measured = Set(waters.map(\.reference))
    withoutWidth = growing.map(\.reference).filter { !measured.contains($0) }
    reaches = waters.map(\.reach)
    index = CellIndex(reaches)
  }

  /// Measures a building once and counts it at each width; one of which no place is known is not counted.
  public func count(_ house: House, in table: inout WidthTable) {
    guard let body = SetbackSubject.subject(of: house)?.body else { return }
    let near = index.query(body.bounds, among: reaches).map { waters[$0] }
    let distances = near.map { ($0, $0.distance(from: body)) }
    table.count(near.isEmpty ? nil : { width in distances.map { $0.standing(atMetres: $1, width: width) } })
  }
}
