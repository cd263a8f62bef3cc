internal import Geometry
internal import Settlement

/// Room for an arrow to the north on a map.
struct NorthPlace {
  let box: PageBox
  /// The word stands beside the arrow rather than below it.
  let isFlat: Bool
}

extension SheetMaker {
  /// Takes room for an arrow to the north beside plots and houses, high or flat; where all is full, over plots that
  /// other maps show too. It is drawn when all else is, so that nothing covers it.
  func placeNorth(sparing own: Set<String>, on map: inout BaseMap) -> NorthPlace? {
    let frame = map.frame
    func paths(_ areas: [Polygon]) -> [PagePath] { areas.map(frame.path).filter { map.isVisible($0) } }
    func plots(areOwn: Bool) -> [PagePath] {
      paths(subject.plan.plots.filter { own.contains(MapSubject.key($0)) == areOwn }.flatMap(\.area))
    }
    let spared = plots(areOwn: true)
    let others = plots(areOwn: false) + paths(subject.settlement.houses.flatMap(\.footprint))
    let places = Self.northPlaces(in: frame.box.inset(by: 2))
    func first(beside areas: [PagePath]) -> NorthPlace? {
      places.first { place in !areas.contains { LabelBoard.meets($0, Quad(place.box)) } }
    }
    let place = first(beside: spared + others) ?? first(beside: spared) ?? places.first
    if let place { map.board.take(Quad(place.box.inset(by: -0.5))) }
    return place
  }

  /// From right to left at the upper edge, the lower and between; the high ones first.
  private static func northPlaces(in box: PageBox) -> [NorthPlace] {
    [(14.0, 16.5, false), (21.0, 9.5, true)].flatMap { width, height, isFlat in
      let rows = [box.y, box.maxY - height, box.centre.y - height / 2]
      return stride(from: box.maxX - width, through: box.x, by: -6).flatMap { x in
        rows.map { NorthPlace(box: PageBox(x: x, y: $0, width: width, height: height), isFlat: isFlat) }
      }
    }
  }

  func drawNorth(_ place: NorthPlace?, on map: inout BaseMap) {
    guard let place else { return }
    let (box, isFlat) = (place.box, place.isFlat)
    map.add(PagePath(box), fill: .white, stroke: Stroke(0.25))
    furniture.arrow(
      style[.north], angle: map.frame.north + subject.convergence,
      at: isFlat ? PagePoint(box.x + 5.2, box.centre.y) : PagePoint(box.centre.x, box.y + 5.2), isNorth: true,
      scale: 0.65, isBeside: isFlat, into: &map.drawing)
  }
}
