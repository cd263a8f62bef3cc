import GEOS
import Geometry
import Settlement

/// What must stay where it is.
struct Obstacles {
  /// Each kept thing with its clearance.
  private let things: [Shape]
  /// All of them together.
  let ground: Shape
  /// The same without clearance: where there is no way at all.
  let bare: Shape

  init(_ settlement: Settlement) throws {
    var cleared: [Shape] = []
    var plain: [Shape] = []
    for keep in settlement.keeps where !keep.shape.isEmpty {
      let shape = try keep.shape.madeValid()
      plain.append(shape)
      cleared.append(
        keep.clearanceMetres > 0 ? try Waterfront.strip(shape, byMetres: keep.clearanceMetres) : shape)
    }
    let locked =
      settlement.houses.filter(\.isLocked).map(\.shape)
      + settlement.plots.filter(\.isLocked).map { Shape($0.area) }
      + settlement.sharedPlaces.filter(\.isLocked).map { Shape($0.area) }
    for shape in locked where !shape.isEmpty {
      let valid = try shape.madeValid()
      plain.append(valid)
      cleared.append(valid)
    }
    // Points and lines without clearance take no ground, but a plot may not lie on them.
    things = try cleared.map {
      $0.polygons.isEmpty ? try $0.buffered(byMetres: Self.touch) : Shape($0.polygons)
    }
    ground = things.isEmpty ? .empty(.polygon) : try things.unaryUnion()
    let areas = plain.filter { !$0.polygons.isEmpty }
    bare = areas.isEmpty ? .empty(.polygon) : try areas.unaryUnion()
  }

  /// Half a pace: what a pole or a drawn line takes when nobody gave a clearance. An assumption of ours, in metres.
  private static let touch = 0.25

  /// Ground that the walkway needs to get round things that stand in it.
  func detours(in walkway: Shape, byMetres metres: Double) throws -> Shape {
    let blocking = try things.filter { thing in
      guard try thing.intersects(walkway) else { return false }
      let passage = try walkway.difference(thing).buffered(byMetres: -(metres / 2 - SlabMap.tolerance))
      let before = try walkway.buffered(byMetres: -(metres / 2 - SlabMap.tolerance))
      return passage.polygons.count > before.polygons.count
        || passage.polygons.count < before.polygons.count
    }
    guard !blocking.isEmpty else { return .empty(.polygon) }
    return try blocking.map { try $0.buffered(byMetres: metres, join: .mitre) }.unaryUnion()
  }
}
