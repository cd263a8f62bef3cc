internal import GEOS
internal import Geometry

/// Which parcel has which face of the ground, and what becomes of overlaps and gaps.
struct FaceAssignment {
  private(set) var partition = ParcelPartition()
  private(set) var changes: [PartitionChange]
  private(set) var changedShare = 0.0
  private let tracing: FaceTracing
  private var owner: [Int?]
  private var isOpenGround: [Bool]
  private let gapWidth: Double
  /// Gaps as large as a parcel, each taken for one that nobody surveyed.
  private(set) var unclaimed = 0

  /// Enclosed ground of more than so many usual parcels is taken for a street or a square: an assumption.
  private static let assumedStreet = 4.0

  /// A gap of this part of a usual parcel may be a parcel: an assumption.
  private static let assumedSmall = 0.125

  /// - Parameter fillsGaps: whether gaps as large as a parcel become parcels.
  init(_ snapping: CornerSnapping, gapWidth: Double, fillsGaps: Bool) {
    changes = snapping.changes
    self.gapWidth = gapWidth
    var edges: [(start: Int, end: Int)] = []
    var number: [FaceTracing.Side: Int] = [:]
    var claims: [[Int]] = []
    for (parcel, rings) in snapping.rings.enumerated() {
      for ring in rings {
        for (place, start) in ring.enumerated() {
          let end = ring[(place + 1) % ring.count]
          if number[.init(start: start, end: end)] == nil {
            number[.init(start: start, end: end)] = 2 * edges.count
            number[.init(start: end, end: start)] = 2 * edges.count + 1
            edges.append((start, end))
            claims += [[], []]
          }
          if let side = number[.init(start: start, end: end)] { claims[side].append(parcel) }
        }
      }
    }
    tracing = FaceTracing(corners: snapping.corners, edges: edges)
    owner = Array(repeating: nil, count: tracing.faces.count)
    isOpenGround = Array(repeating: false, count: tracing.faces.count)
    assign(claims, snapping.rings)
    closeGaps(parcelCount: snapping.rings.count, fillsGaps: fillsGaps)
    build(parcelCount: snapping.rings.count + unclaimed)
  }

  private mutating func assign(_ claims: [[Int]], _ rings: [[[Int]]]) {
    let boxes = rings.map { Bounds(of: $0.flatMap { $0.map { tracing.corners[$0] } }) }
    let index = SpatialIndex(boxes)
    var changed = 0.0
    var total = 0.0
    for face in tracing.faces.indices {
      let area = tracing.area(face)
      let claimed = tracing.faces[face].map { claims[$0] }
      if let first = claimed.first, first.count == 1, claimed.allSatisfy({ $0 == first }) {
        // With a negative area: what surrounds a hole.
        owner[face] = first[0]
        total += max(0, area)
        continue
      }
      guard area > 1e-9 else {
        isOpenGround[face] = true
        continue
      }
      total += area
      guard let inside = tracing.pointInside(face) else { continue }
      let owners = index.query(Bounds(of: [inside])).filter { parcel in
        rings[parcel].reduce(false) { $0 != $1.map { tracing.corners[$0] }.winds(round: inside) }
      }
      // The smaller of two claims is the likelier to be meant: a large parcel drawn over a small one.
      owner[face] = owners.min {
        (boxes[$0].width * boxes[$0].height, $0) < (boxes[$1].width * boxes[$1].height, $1)
      }
      if owners.count > 1 {
        changes.append(.init(kind: .overlap, place: inside, amount: area, parcels: owners))
        changed += area
      }
    }
    changedShare = total > 0 ? changed / total : 0
  }

  /// Thin gaps go to the parcel with the longest side on them; one as large as a parcel is taken for a parcel.
  private mutating func closeGaps(parcelCount: Int, fillsGaps: Bool) {
    let areas = tracing.faces.indices.filter { owner[$0] != nil }.map(tracing.area).filter { $0 > 0 }.sorted()
    let usual = areas.isEmpty ? 0 : areas[areas.count / 2]
    for face in tracing.faces.indices where owner[face] == nil && !isOpenGround[face] {
      let area = tracing.area(face)
      let place = tracing.pointInside(face) ?? tracing.corners[tracing.sides[tracing.faces[face][0]].start]
      var sides: [Int: Double] = [:]
      for side in tracing.faces[face] {
        guard let parcel = owner[tracing.faceOfSide[side ^ 1]] else { continue }
        let ends = tracing.sides[side]
        sides[parcel, default: 0] += tracing.corners[ends.start].distance(to: tracing.corners[ends.end])
      }
      let isThin = 2 * area / max(1e-9, tracing.perimeter(face)) < gapWidth
      if isThin, let heir = sides.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key {
        owner[face] = heir
        changes.append(.init(kind: .filledGap, place: place, amount: area, parcels: [heir]))
      } else if fillsGaps, !isThin, area >= Self.assumedSmall * usual,
        area <= Self.assumedStreet * usual
      {
        owner[face] = parcelCount + unclaimed
        changes.append(
          .init(kind: .unclaimed, place: place, amount: area, parcels: [parcelCount + unclaimed]))
        unclaimed += 1
      } else {
        // Ground as large as many parcels, between blocks, is a street or a square; a smaller one is nobody's yard.
        isOpenGround[face] = area > Self.assumedStreet * usual
        changes.append(.init(kind: .gap, place: place, amount: area, parcels: sides.keys.sorted()))
      }
    }
  }

  private mutating func build(parcelCount: Int) {
    partition.corners = tracing.corners
    partition.outlines = Array(repeating: [], count: parcelCount)
    for number in 0..<(tracing.sides.count / 2) {
      let (left, right) = (tracing.faceOfSide[2 * number], tracing.faceOfSide[2 * number + 1])
      guard owner[left] != owner[right] else { continue }
      partition.edges.append(
        .init(
          start: tracing.sides[2 * number].start, end: tracing.sides[2 * number].end, left: owner[left],
          right: owner[right], isOutline: isOpenGround[left] || isOpenGround[right]))
    }
    for (face, parcel) in owner.enumerated() {
      if let parcel { partition.outlines[parcel].append(tracing.faces[face].map { tracing.sides[$0].start }) }
    }
  }
}

extension FaceTracing {
  /// A point inside a face: in the middle of the widest stretch of a level line through it.
  func pointInside(_ face: Int) -> Point? {
    let points = points(face)
    let heights = points.map(\.y).sorted()
    guard let low = heights.first, let high = heights.last, high > low else { return nil }
    var best: (point: Point, width: Double)?
    for part in [0.5, 0.37, 0.61, 0.23, 0.79, 0.11, 0.93] {
      let y = low + (high - low) * part
      var crossings: [Double] = []
      for (place, start) in points.enumerated() {
        let end = points[(place + 1) % points.count]
        guard (start.y > y) != (end.y > y) else { continue }
        crossings.append(start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x))
      }
      crossings.sort()
      for place in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[place + 1] - crossings[place]
        if width > best?.width ?? 0 { best = (Point(x: crossings[place] + width / 2, y: y), width) }
      }
      if let best { return best.point }
    }
    return best?.point
  }
}

extension [Point] {
  /// Whether a ring, its first point not given again, winds round a point (even and odd).
  fileprivate func winds(round point: Point) -> Bool {
    var isInside = false
    for (place, start) in enumerated() {
      let end = self[(place + 1) % count]
      guard (start.y > point.y) != (end.y > point.y) else { continue }
      if point.x < start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x) { isInside.toggle() }
    }
    return isInside
  }
}
