import Geometry

/// A plot by its row and its place in it.
struct PlotPlace: Hashable {
  var row: Int
  var plot: Int
}

extension DrawnLayout {
  private var places: [PlotPlace] {
    rows.enumerated().flatMap { row, content in content.plots.indices.map { PlotPlace(row: row, plot: $0) } }
  }

  private func centre(_ place: PlotPlace) -> Point {
    let points = rows[place.row].plots[place.plot].shell.points.dropLast()
    return Self.mean(points.map(\.self))
  }

  private static func mean(_ points: [Point]) -> Point {
    guard let first = points.first else { return Point(x: 0, y: 0) }
    let sum = points.reduce(Vector(dx: 0, dy: 0)) { $0 + ($1 - first) }
    return first + sum * (1 / Double(points.count))
  }

  /// The middle of all plots.
  var middle: Point { Self.mean(places.map(centre)) }

  func middle(of places: [PlotPlace]) -> Point { Self.mean(places.map(centre)) }

  /// All plots, the one nearest to the middle of all first.
  func placesFromMiddle() -> [PlotPlace] {
    let middle = self.middle
    return places.map { ($0, centre($0).distance(to: middle)) }
      .sorted { ($0.1, $0.0.row, $0.0.plot) < ($1.1, $1.0.row, $1.0.plot) }.map(\.0)
  }

  /// For each plot the one that stands back to back with it.
  func plotsBehind() -> [PlotPlace: PlotPlace] {
    var known: [Cell: [PlotPlace]] = [:]
    for place in places { known[Cell(centre(place)), default: []].append(place) }
    return places.reduce(into: [:]) { behind, place in
      let row = rows[place.row]
      let spot = centre(place) + row.front * -row.depthMetres
      behind[place] = Cell(spot).around.flatMap { known[$0] ?? [] }.first {
        centre($0).distance(to: spot) < Self.backToBack && rows[$0.row].front.dot(row.front) < 0
      }
    }
  }

  /// Plots whose rear walls are this near to one line stand back to back, in metres.
  private static let backToBack = 0.05

  /// A square metre of the plane.
  private struct Cell: Hashable {
    var x, y: Int

    init(_ point: Point) { (x, y) = (Int(point.x.rounded(.down)), Int(point.y.rounded(.down))) }

    var around: [Cell] {
      (-1...1).flatMap { dx in
        (-1...1).map { dy in
          var cell = self
          cell.x += dx
          cell.y += dy
          return cell
        }
      }
    }
  }

  mutating func take(_ gone: [PlotPlace]) {
    let gone = Set(gone)
    remove { gone.contains($0) }
  }
}
