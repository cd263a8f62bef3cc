import Foundation
import Geometry
import Testing

@testable import GEOS

extension DeadlineTests {
  @Test func aTangledBufferIsAnsweredInPieces() throws {
    let line = try zigzag(teeth: 800)
    #expect(line.shouldBufferInPieces(12, cap: .round, join: .round))
    #expect(try !zigzag(teeth: 60).shouldBufferInPieces(12, cap: .round, join: .round))
    #expect(!line.shouldBufferInPieces(12, cap: .flat, join: .round))
    let buffer = try line.buffered(byMetres: 12, limit: .seconds(60))
    #expect(try buffer.covers(line))
    // 160 m by 79 m, less what the round ends leave off; measured once in pieces of other sizes.
    #expect(abs(try buffer.area() - 14400.06) < 0.05)
  }

  @Test(arguments: [3.0, -2.0])
  func piecesGiveWhatTheWholeGives(metres: Double) throws {
    var shapes = RandomShapes(seed: 11)
    for shape in [try zigzag(teeth: 40), try shapes.line(points: 90), try shapes.area(corners: 120)] {
      if metres < 0 && shape.polygons.isEmpty { continue }
      let style = try CurveStyle(metres: metres, quadrantSegments: 8, join: .round, mitreLimit: 5, "test")
      let pieces = try #require(try shape.bufferedInPieces(byMetres: style, limit: .seconds(60)))
      let whole = try shape.buffered(byMetres: metres)
      let area = try whole.area()
      #expect(abs(try pieces.area() - area) <= 1e-3 * area)
      #expect(try pieces.hausdorffDistance(to: whole) < 0.02 * abs(metres) + 1e-9)
    }
  }

  @Test func aStarIsRepairedByTheFasterMethod() throws {
    let star = try star(points: 201)
    #expect(star.crosses(moreThan: 500))
    #expect(try star.madeValid(limit: .seconds(60)).isValid())
  }

  @Test(arguments: ["here", "on a thread of its own"])
  func aPassedDeadlineIsItsOwnError(place: String) throws {
    // GEOS looks at the clock often while it cuts lines, and for many seconds never while it offsets.
    let shape = try place == "here" ? grid(lines: 400) : zigzag(teeth: 800)
    let limit: Duration = .milliseconds(100)
    let function = place == "here" ? "GEOSUnaryUnion_r" : "GEOSOffsetCurve_r"
    let took = ContinuousClock().measure {
      #expect(throws: GEOSError.deadlinePassed(function: function, limit: limit)) {
        try place == "here" ? shape.unaryUnion(limit: limit) : shape.offsetCurve(byMetres: 12, limit: limit)
      }
    }
    #expect(took < .seconds(3))
  }

  @Test func noTimeAtAllIsNoAnswer() throws {
    #expect(throws: GEOSError.deadlinePassed(function: "GEOSGetCentroid_r", limit: .zero)) {
      try Shape.point(Point(x: 0, y: 0)).centroid(limit: .zero)
    }
    #expect(try Shape.point(Point(x: 0, y: 0)).centroid(limit: .seconds(Int64.max)) != nil)
  }

  /// The request to stop is one flag of the process: a late call must not end another in its place.
  @Test func aLateCallStopsNoOther() throws {
    let late = try grid(lines: 200)
    let square = try Shape(wkt: "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))")
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<(thread < 4 ? 10 : 300) {
        if thread < 4 {
          _ = try? late.unaryUnion(limit: .milliseconds(20))
        } else {
          do { #expect(try square.buffered(byMetres: 1).area() > 16) } catch { Issue.record("\(error)") }
        }
      }
    }
  }
}
