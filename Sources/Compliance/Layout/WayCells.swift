internal import Geometry

/// The ground of all ways in square cells, each with the ways that it belongs to.
struct WayCells {
  struct Place: Hashable {
    var x, y: Int
  }

  let stepMetres: Double
  private let origin: Point
  /// Column by column.
  let places: [Place]
  private let numbers: [Place: Int]
  private let owners: [[Int]]

  /// - Parameters:
  ///   - ways: the areas of each.
  ///   - stepMetres: side of a cell.
  init(_ ways: [[Polygon]], stepMetres: Double) {
    self.stepMetres = stepMetres
    var bounds = Bounds()
    for polygon in ways.joined() { bounds.include(polygon.bounds) }
    origin = bounds.isEmpty ? Point(x: 0, y: 0) : bounds.minimum
    var found: [Place: [Int]] = [:]
    for (number, way) in ways.enumerated() {
      for polygon in way {
        for place in Self.places(in: polygon, origin: origin, step: stepMetres) {
          found[place, default: []].append(number)
        }
      }
    }
    let sorted = found.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    places = sorted
    owners = sorted.map { found[$0] ?? [] }
    numbers = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
  }

  func ways(of cell: Int) -> [Int] { owners[cell] }

  func cell(_ place: Place, _ dx: Int, _ dy: Int) -> Int? {
    numbers[Place(x: place.x + dx, y: place.y + dy)]
  }

  func middle(of cell: Int) -> Point {
    let place = places[cell]
    return Point(
      x: origin.x + (Double(place.x) + 0.5) * stepMetres, y: origin.y + (Double(place.y) + 0.5) * stepMetres)
  }

  /// The cells at most so far from areas.
  func near(_ areas: [MeasuredArea], withinMetres metres: Double) -> [Int] {
    let bodies = areas.filter { !$0.polygons.isEmpty }.map { IndexedArea($0.polygons) }
    guard !bodies.isEmpty else { return [] }
    return places.indices.filter { cell in
      let place = middle(of: cell)
      return bodies.contains {
        $0.bounds.widened(byMetres: metres).contains(place) && $0.isWithin(metres, of: Body(place))
      }
    }
  }

  func near(_ points: [Point], withinMetres metres: Double) -> [Int] {
    places.indices.filter { cell in points.contains { middle(of: cell).distance(to: $0) <= metres } }
  }

  /// The cells whose middles lie in a polygon: between every second pair of edges that their column crosses.
  private static func places(in polygon: Polygon, origin: Point, step: Double) -> [Place] {
    var crossings: [Int: [Double]] = [:]
    for edge in polygon.rings.flatMap(\.segments) where edge.start.x != edge.end.x {
      let (left, right) = edge.start.x < edge.end.x ? (edge.start, edge.end) : (edge.end, edge.start)
      var column = Int(((left.x - origin.x) / step - 0.5).rounded(.up))
      while true {
        let x = origin.x + (Double(column) + 0.5) * step
        guard x < right.x else { break }
        let y = left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x)
        if x >= left.x { crossings[column, default: []].append(y) }
        column += 1
      }
    }
    return crossings.sorted { $0.key < $1.key }.flatMap { column, ys in
      let sorted = ys.sorted()
      return stride(from: 0, to: sorted.count - 1, by: 2).flatMap { pair -> [Place] in
        let low = Int(((sorted[pair] - origin.y) / step - 0.5).rounded(.up))
        let high = Int(((sorted[pair + 1] - origin.y) / step - 0.5).rounded(.down))
        return low <= high ? (low...high).map { Place(x: column, y: $0) } : []
      }
    }
  }
}
