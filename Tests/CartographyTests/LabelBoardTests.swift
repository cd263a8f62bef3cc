import TestSupport
import Testing

@testable import Cartography

/// Where labels may stand, against what points along their edges say.
@Suite struct LabelBoardTests {
  private static let frame = PageBox(x: 0, y: 0, width: 120, height: 90)

  private static func points(around quad: Quad) -> [PagePoint] {
    let corners = quad.corners
    return corners.indices.flatMap { index -> [PagePoint] in
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      return (0..<20).map { step in
        let share = Double(step) / 20
        return PagePoint(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
      }
    }
  }

  /// A four-sided plot with bent corners.
  private static func plot(_ random: inout SplitMix64) -> PagePath {
    let at = PagePoint(.random(in: 10...100, using: &random), .random(in: 10...75, using: &random))
    let (width, height) = (
      Double.random(in: 5...22, using: &random), Double.random(in: 5...22, using: &random)
    )
    let turn = Double.random(in: 0...3, using: &random)
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { x, y in
      at.moved(
        x * width + .random(in: -1...1, using: &random), y * height + .random(in: -1...1, using: &random)
      ).turned(by: turn, about: at)
    }
    return PagePath(corners, isClosed: true)
  }

  /// Numbers lie whole in their plots and on no other number, whatever the plots are like.
  @Test(arguments: 0..<30)
  func numbersInsidePlots(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let typesetter = try Typesetter(family: Language.builtIn("th").font)
    var board = LabelBoard(frame: Self.frame)
    var placed: [Quad] = []
    for number in 0..<40 {
      let area = Self.plot(&random)
      let text = typesetter.text("\(number)", TextStyle(digit: 3.4, bold: true))
      guard let mark = board.place([(text, [0, 0.4])], inside: area, near: area.roomiestPoint()) else {
        continue
      }
      let quad = Quad(mark, margin: 0)
      #expect(Self.points(around: quad).allSatisfy(area.contains), "number \(number)")
      #expect(Self.frame.contains(quad.box))
      for other in placed {
        let theirs = PagePath(other.corners, isClosed: true)
        #expect(!Self.points(around: quad).contains(where: theirs.contains), "number \(number)")
      }
      placed.append(quad)
    }
    #expect(placed.count > 5)
  }

  /// A line joins each text that stands beside its plot to one of the places it may end at, and neither runs over a
  /// foreign plot, over a text or through another line's text.
  @Test(arguments: 0..<30)
  func leaders(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1000)
    let typesetter = try Typesetter(family: Language.builtIn("th").font)
    var board = LabelBoard(frame: Self.frame)
    let plots = (0..<8).map { _ in Self.plot(&random) }
    var texts: [PagePath] = []
    for (number, area) in plots.enumerated() {
      let text = typesetter.text("\(number)–\(number + 9)", TextStyle(digit: 2.8, bold: true))
      let targets = [area.roomiestPoint()]
      guard
        let (mark, line) = board.placeOutside(
          text, ofAny: targets, avoiding: plots, over: [area], onlyBeside: true, onlyClear: true)
      else { continue }
      #expect(targets.contains(line.to))
      let quad = Quad(mark, margin: 0)
      #expect(Self.frame.contains(quad.box))
      let own = PagePath(quad.corners, isClosed: true)
      let along = (1..<50).map { step in
        let share = Double(step) / 50
        return PagePoint(
          line.from.x + (line.to.x - line.from.x) * share, line.from.y + (line.to.y - line.from.y) * share)
      }
      for (other, plot) in plots.enumerated() {
        #expect(
          !Self.points(around: quad).contains(where: plot.contains), "text \(number) over plot \(other)")
        if plot != area {
          #expect(!along.contains(where: plot.contains), "line \(number) over plot \(other)")
        }
      }
      for other in texts {
        #expect(!Self.points(around: quad).contains(where: other.contains), "text \(number) over a text")
        #expect(!along.contains(where: other.contains), "line \(number) over a text")
      }
      #expect(!along.contains(where: own.contains), "the line of \(number) ends at its text")
      texts.append(own)
    }
    #expect(texts.count > 1)
  }

  /// Two turned rectangles share ground as a fine grid of points says.
  @Test(arguments: 0..<300)
  func overlapIsTrue(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 5000)
    func quad() -> Quad {
      let at = PagePoint(.random(in: 0...20, using: &random), .random(in: 0...20, using: &random))
      let turn = Double.random(in: 0...3, using: &random)
      let (width, height) = (
        Double.random(in: 2...14, using: &random), Double.random(in: 2...6, using: &random)
      )
      return Quad(
        [(0.0, 0.0), (width, 0), (width, height), (0, height)].map {
          at.moved($0.0, $0.1).turned(by: turn, about: at)
        })
    }
    let (one, other) = (quad(), quad())
    let paths = [one, other].map { PagePath($0.corners, isClosed: true) }
    var shared = 0
    for row in 0..<200 {
      for column in 0..<200 {
        let point = PagePoint(Double(column) * 0.25 - 15, Double(row) * 0.25 - 15)
        if paths.allSatisfy({ $0.contains(point) }) { shared += 1 }
      }
    }
    #expect(one.overlaps(other) == other.overlaps(one))
    if shared > 0 { #expect(one.overlaps(other)) }
    if !one.overlaps(other) { #expect(shared == 0) }
    // What shares less than a quarter of a millimetre either way may lie between the points.
    if one.overlaps(other), shared == 0 {
      let small = Quad(one.corners.map { $0.between(one.box.centre) })
      #expect(!small.overlaps(other))
    }
  }
}

extension PagePoint {
  /// A little nearer to a point: by a sixth.
  fileprivate func between(_ middle: PagePoint) -> PagePoint {
    PagePoint(x + (middle.x - x) / 6, y + (middle.y - y) / 6)
  }
}
