internal import Geometry

/// When a parcel has access.
public enum AccessRule: Hashable, Sendable {
  /// One of its corners lies on a road or lane.
  case touch
  /// So many metres of one of its edges do.
  case frontage(metres: Double)
}

/// The corners at which lanes serve each parcel, on a partition that has them.
///
/// For a frontage, corners are put at that distance from both ends of each edge that is twice as long or longer, so that
/// a lane along the edge that gets there has passed by as many metres. A parcel without such an edge is served by half
/// of its longest one.
public struct AccessContacts: Sendable {
  public private(set) var partition: ParcelPartition
  /// For each parcel the corners of which one must be reached, in ascending order.
  public private(set) var corners: [[Int]]
  /// For each parcel the metres of road that give it access; zero where a corner is enough.
  public private(set) var frontageMetres: [Double]

  private struct Side: Hashable {
    var start: Int
    var end: Int
  }

  public init(_ partition: ParcelPartition, rule: AccessRule) {
    self.partition = partition
    switch rule {
    case .touch:
      corners = partition.cornersOfParcel
      frontageMetres = Array(repeating: 0, count: partition.parcelCount)
    case .frontage(let metres):
      corners = Array(repeating: [], count: partition.parcelCount)
      frontageMetres = Array(repeating: metres, count: partition.parcelCount)
      divide(metres)
    }
  }

  private mutating func divide(_ metres: Double) {
    var places = [[Double]](repeating: [], count: partition.edges.count)
    var longest = [Int?](repeating: nil, count: partition.parcelCount)
    for (number, edge) in partition.edges.enumerated() {
      let length = partition.length(ofEdge: number)
      if length >= 2 * metres { places[number] = Set([metres / length, 1 - metres / length]).sorted() }
      for parcel in edge.parcels where longest[parcel].map({ length > partition.length(ofEdge: $0) }) ?? true
      {
        longest[parcel] = number
      }
    }
    for (parcel, edge) in longest.enumerated() {
      guard let edge, partition.length(ofEdge: edge) < 2 * metres else { continue }
      places[edge] = [0.5]
      frontageMetres[parcel] = partition.length(ofEdge: edge) / 2
    }
    var added: [Side: [Int]] = [:]
    var edges: [ParcelPartition.Edge] = []
    for (number, edge) in partition.edges.enumerated() {
      let (start, end) = (partition.corners[edge.start], partition.corners[edge.end])
      let fresh = places[number].map { place in
        partition.corners.append(start + (end - start) * place)
        return partition.corners.count - 1
      }
      added[Side(start: edge.start, end: edge.end)] = fresh
      added[Side(start: edge.end, end: edge.start)] = fresh.reversed()
      let chain = [edge.start] + fresh + [edge.end]
      for (a, b) in zip(chain, chain.dropFirst()) {
        var piece = edge
        (piece.start, piece.end) = (a, b)
        edges.append(piece)
      }
      for parcel in edge.parcels where places[number] != [0.5] || longest[parcel] == number {
        corners[parcel] += fresh
      }
    }
    partition.edges = edges
    for parcel in partition.outlines.indices {
      partition.outlines[parcel] = partition.outlines[parcel].map { ring in
        ring.indices.flatMap { place in
          [ring[place]] + (added[Side(start: ring[place], end: ring[(place + 1) % ring.count])] ?? [])
        }
      }
    }
    corners = corners.map { Set($0).sorted() }
  }
}
