public import Geometry

extension ParcelPartition {
  /// Edges joined to lines that end where lanes fork, end or meet a road.
  ///
  /// - Returns: the corners of each line, in an order that the edges' numbers decide.
  public func lines(of opened: [Int], isRoad: [Bool]) -> [[Int]] {
    var leaving: [Int: [Int]] = [:]
    for number in opened {
      leaving[edges[number].start, default: []].append(number)
      leaving[edges[number].end, default: []].append(number)
    }
    var roadCorners = Set<Int>()
    for (number, edge) in edges.enumerated() where isRoad[number] {
      roadCorners.formUnion([edge.start, edge.end])
    }
    var isUsed = Set<Int>()
    var lines: [[Int]] = []
    func isEnd(_ corner: Int) -> Bool { roadCorners.contains(corner) || leaving[corner]?.count != 2 }
    func follow(_ number: Int, from corner: Int) {
      guard isUsed.insert(number).inserted else { return }
      var line = [corner]
      var (number, corner) = (number, corner)
      while true {
        corner = edges[number].start == corner ? edges[number].end : edges[number].start
        line.append(corner)
        guard !isEnd(corner), let next = leaving[corner]?.first(where: { !isUsed.contains($0) }) else {
          break
        }
        isUsed.insert(next)
        number = next
      }
      lines.append(line)
    }
    // From the road inwards first, so that lines run as one would walk in.
    for starts in [true, false] {
      for number in opened {
        for corner in [edges[number].start, edges[number].end]
        where starts ? roadCorners.contains(corner) : isEnd(corner) {
          follow(number, from: corner)
        }
      }
    }
    for number in opened { follow(number, from: edges[number].start) }
    return lines
  }

  /// The ground of a parcel as it is after cleaning.
  public func rings(ofParcel parcel: Int) -> [Ring] {
    outlines[parcel].compactMap { outline in
      outline.first.flatMap { first in try? Ring((outline + [first]).map { corners[$0] }) }
    }
  }
}
