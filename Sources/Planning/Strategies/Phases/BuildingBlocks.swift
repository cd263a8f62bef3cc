import GEOS
import Geometry
import Settlement

/// Plots that are built in one go: those that stand wall to wall or back to back.
struct BuildingBlocks {
  /// The plots of each block, both in the order of the plots.
  let plots: [[Int]]
  /// What must be free to build each: its plots, and the ways before them.
  let ground: [Shape]

  /// Plots as near as this touch, in metres.
  private static let touch = 0.1

  init(of plots: [Plot], ways: [Lane], laneWidthMetres: Double) throws {
    let shapes = plots.map { Shape($0.area) }
    let index = SpatialIndex(shapes.map(\.bounds))
    var block = Array(plots.indices)
    func root(_ plot: Int) -> Int {
      var plot = plot
      while block[plot] != plot { plot = block[plot] }
      return plot
    }
    for (plot, shape) in shapes.enumerated() {
      for other in index.query(shape.bounds.widened(byMetres: Self.touch)) where other > plot {
        guard root(plot) != root(other), try shape.isWithin(metres: Self.touch, of: shapes[other]) else {
          continue
        }
        let (first, second) = (root(plot), root(other))
        block[max(first, second)] = min(first, second)
      }
    }
    let groups = Dictionary(grouping: plots.indices, by: root)
    self.plots = groups.keys.sorted().compactMap { groups[$0] }
    let lanes = ways.flatMap(\.area).map(Shape.polygon)
    let walked = lanes.isEmpty ? Shape.empty(.polygon) : try lanes.unaryUnion()
    ground = try self.plots.map { members in
      let built = try members.map { shapes[$0] }.unaryUnion()
      let before = try built.buffered(byMetres: laneWidthMetres, join: .mitre).intersection(walked)
      return try built.union(Shape(before.polygons))
    }
  }

  /// The blocks on whose ground a house stands. A wall's breadth of overlap is no obstacle.
  func blocks(under house: Shape) throws -> [Int] {
    let body = try house.buffered(byMetres: house.polygons.isEmpty ? Self.touch : -Self.touch, join: .mitre)
    guard !body.isEmpty else { return [] }
    return try ground.indices.filter {
      try ground[$0].bounds.meets(body.bounds) && ground[$0].intersects(body)
    }
  }
}
