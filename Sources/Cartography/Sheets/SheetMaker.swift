internal import Geometry
internal import Settlement

/// Makes the sheets of one plan.
public struct SheetMaker {
  let subject: MapSubject
  let style: MapStyle
  let typesetter: Typesetter

  public init(_ subject: MapSubject, style: MapStyle, typesetter: Typesetter) {
    (self.subject, self.style, self.typesetter) = (subject, style, typesetter)
  }

  var furniture: Furniture { Furniture(subject: subject, style: style, typesetter: typesetter) }

  /// Whether there is a layout to show; without one there are houses as they stand today.
  public var isSurvey: Bool { subject.plan.plots.isEmpty }

  /// Whether there is neither a plot nor a house nor land.
  public var isEmpty: Bool { items.allSatisfy(\.points.isEmpty) }

  /// Plots; where there are none houses, else parcels, and where there are none of these the land.
  var items: [AtlasItem] {
    if !isSurvey {
      return subject.plan.plots.map { plot in
        AtlasItem(
          key: MapSubject.key(plot), points: plot.area.flatMap { $0.shell.points })
      }
    }
    let houses = subject.settlement.houses.enumerated().map { index, house in
      AtlasItem(
        key: "\(index)",
        points: house.footprint.flatMap { $0.shell.points } + (house.point.map { [$0] } ?? []))
    }
    let shown = houses.filter { !$0.points.isEmpty }
    guard shown.isEmpty else { return shown }
    let parcels = subject.settlement.parcels.enumerated().map { index, parcel in
      AtlasItem(key: "\(index)", points: parcel.area.flatMap { $0.shell.points })
    }
    return parcels.isEmpty
      ? [AtlasItem(key: "", points: subject.settlement.site.flatMap { $0.shell.points })] : parcels
  }

  /// All that the whole plan covers, for an overview.
  var extent: [Point] {
    items.flatMap(\.points)
      + (subject.settlement.site + (isSurvey ? subject.settlement.parcels.flatMap(\.area) : []))
      .flatMap { $0.shell.points }
  }

  /// The frontage that most plots have, for the bar of house fronts; 4 m where none is told.
  var usualFront: Double {
    var counts: [Double: Int] = [:]
    for front in subject.plan.plots.compactMap(\.frontageMetres) where front >= 1 && front <= 30 {
      counts[(front * 20).rounded() / 20, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 4
  }

  /// What a kind of sheet is called, such as `table`.
  public func title(ofSheet name: String) -> String {
    name == "table" ? style[tableTitle] : Phrase(rawValue: "\(name)Title").map { style[$0] } ?? name
  }

  /// What the atlas is of: a plan, new lanes between today's parcels, or today's houses.
  var tableTitle: Phrase {
    guard isSurvey else { return .tableTitle }
    return subject.isReblocking ? .lanesTitle : .surveyTitle
  }
}
