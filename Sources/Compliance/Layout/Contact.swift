internal import GEOS
internal import Geometry

/// A stretch of a plot's outline that runs along a way.
struct Contact {
  var way: Int
  var edge: Int
  var range: ClosedRange<Double>
  var middle: Point
}

/// Finds where plots front on ways.
struct ContactFinder {
  private let ways: [Way]
  private let edges: [(way: Int, segment: Segment)]
  private let index: SpatialIndex

  init(_ ways: [Way]) {
    self.ways = ways
    edges = ways.enumerated().flatMap { number, way in
      Body(way.area.polygons).edges.map { (number, $0) }
    }
    index = SpatialIndex(edges.map(\.segment.bounds))
  }

  func contacts(of body: Body, within metres: Double) -> [Contact] {
    let near = index.query(body.bounds.widened(byMetres: metres)).map { edges[$0] }
    return body.edges.enumerated().flatMap { number, edge in
      near.compactMap { way, other in
        guard let range = edge.contact(with: other, within: metres), let step = edge.step.unit else {
          return nil
        }
        let middle = edge.start + step * ((range.lowerBound + range.upperBound) / 2)
        return Contact(way: way, edge: number, range: range, middle: middle)
      }
    }
  }
}
