import GEOS
import Geometry
public import Settlement

/// What two layouts mean for one of today's houses.
public struct HouseChange: Hashable, Sendable {
  public var house: House
  public var before: Prospect
  public var after: Prospect

  /// What a layout means for a house.
  public struct Prospect: Hashable, Sendable {
    /// It stays where it is.
    public var stays: Bool
    /// The plot whose middle is nearest; nil where there is none.
    public var nearestPlot: Plot?
    /// From the middle of the house to the middle of that plot.
    public var metres: Double?
  }

  /// What is nearer than this to where it was makes no difference to anybody, in metres. A choice of ours.
  public static let noticeable = 1.0

  /// Whether the later layout differs for the people of this house.
  public var isChanged: Bool {
    before.stays != after.stays || abs((before.metres ?? -1) - (after.metres ?? -1)) > Self.noticeable
  }

  static func all(_ old: MeasuredLayout, _ new: MeasuredLayout) throws -> [HouseChange] {
    let (earlier, later) = (try HousesToday(old), try HousesToday(new))
    let (oldPlots, newPlots) = (try NearestPlot(old.plots), try NearestPlot(new.plots))
    let byName = Dictionary(
      later.houses.indices.compactMap { index in later.houses[index].house.name.map { ($0, index) } }
    ) {
      first, _ in first
    }
    var byPlace: [Place: Int] = [:]
    for (index, house) in later.houses.enumerated() where byPlace[Place(house.place)] == nil {
      byPlace[Place(house.place)] = index
    }
    return earlier.houses.enumerated().compactMap { index, house in
      let same = house.house.name.flatMap { byName[$0] } ?? byPlace[Place(house.place)]
      guard let same else { return nil }
      return HouseChange(
        house: house.house, before: oldPlots.prospect(of: house.place, stays: earlier.stays[index]),
        after: newPlots.prospect(of: later.houses[same].place, stays: later.stays[same]))
    }
  }

  /// A house without a name is known by its place, to the decimetre.
  private struct Place: Hashable {
    let x: Double, y: Double

    init(_ point: Point) { (x, y) = ((point.x * 10).rounded(), (point.y * 10).rounded()) }
  }
}

extension House {
  /// Its feature's id, else its house number.
  fileprivate var name: String? { reference.id ?? houseNumber }
}

/// The plots by their middles.
private struct NearestPlot {
  private let plots: [Plot]
  private let middles: [Point]

  init(_ plots: [Plot]) throws {
    self.plots = plots
    middles = try plots.map { try Shape($0.area).centroid() ?? Point(x: .infinity, y: .infinity) }
  }

  func prospect(of place: Point, stays: Bool) -> HouseChange.Prospect {
    let nearest = middles.indices.min {
      (middles[$0].distance(to: place), $0) < (middles[$1].distance(to: place), $1)
    }
    return HouseChange.Prospect(
      stays: stays, nearestPlot: nearest.map { plots[$0] },
      metres: nearest.map { middles[$0].distance(to: place) })
  }
}
