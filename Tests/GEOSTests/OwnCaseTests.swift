import GEOS
import Geometry
import Testing

@Suite struct OwnCaseTests {
  @Test(arguments: OwnCases.predicates + OwnCases.measures + OwnCases.makers)
  func isAnsweredAsExpected(row: ConformanceCase) throws {
    let answer = try #require(try row.run())
    #expect(try row.complaint(about: answer) == nil)
  }

  @Test(arguments: OwnCases.refusals)
  func isRefused(row: ConformanceCase) {
    #expect(throws: GEOSError.self) { try row.run() }
  }

  @Test func errorsNameTheFunctionOfC() throws {
    let bowtie = try Shape(wkt: "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
    let collection = try Shape(wkt: "GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))")
    let error = #expect(throws: GEOSError.self) { try collection.boundary() }
    #expect(error?.description.hasPrefix("GEOSBoundary_r failed: IllegalArgumentException") == true)
    let validity = try bowtie.validity()
    #expect(validity == (try Validity(ofWKT: bowtie.wkt)))
    #expect(validity.reason == "Self-intersection")
    #expect(validity.place == Point(x: 1, y: 1))
  }

  @Test(arguments: [
    "POINT (665208.196 1520150.0000001)", "MULTIPOINT ((0 0), (0.1 0.2))",
    "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))", "GEOMETRYCOLLECTION (POINT EMPTY)",
    "LINESTRING EMPTY", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
  ])
  func textIsReadAsItWasWritten(text: String) throws {
    let shape = try Shape(wkt: text)
    #expect(try Shape(wkt: shape.wkt) == shape)
  }

  @Test func unusableValuesAreRefused() throws {
    let nowhere = Shape.point(Point(x: .nan, y: 0))
    let origin = Shape.point(Point(x: 0, y: 0))
    #expect(throws: GEOSError.self) { try nowhere.distance(to: origin) }
    #expect(throws: GEOSError.self) { try Shape.multiPoint([Point(x: .infinity, y: 0)]).convexHull() }
    #expect(try !nowhere.isValid())
    #expect(try !Shape.collection([origin, nowhere]).validity().isValid)
    #expect(throws: GEOSError.self) { try Shape.point(Point(x: 1e200, y: 0)).wkt }
    var deep = origin
    for _ in 0..<100 { deep = .collection([deep]) }
    #expect(throws: GEOSError.self) { try deep.centroid() }
  }

  @Test func emptyAnswersAreNil() throws {
    #expect(try Shape.empty(.polygon).centroid() == nil)
    #expect(try Shape.empty(.polygon).pointOnSurface() == nil)
    #expect(try [Shape]().unaryUnion().isEmpty)
    #expect(try Shape.multiPolygon([]).area() == 0)
  }

  @Test func oneSideOfALineHasItsArea() throws {
    let line = try Shape(wkt: "LINESTRING (0 0, 10 0)")
    let left = try line.singleSidedBuffer(byMetres: 3, side: .left)
    #expect(abs(try left.area() - 30) < 1e-9)
    #expect(left.bounds.maximum.y == 3)
    let right = try line.singleSidedBuffer(byMetres: 3, side: .right)
    #expect(right.bounds.minimum.y == -3)
    #expect(throws: GEOSError.self) { try line.singleSidedBuffer(byMetres: .nan, side: .left) }
  }

  @Test func linesBecomeAreasAndLongerLines() throws {
    let ladder = try Shape(
      wkt: "MULTILINESTRING ((0 0, 2 0), (2 0, 2 1), (2 1, 0 1), (0 1, 0 0), (1 0, 1 1))")
    let areas = try ladder.unaryUnion().polygonized()
    #expect(areas.count == 2)
    #expect(abs(areas.reduce(0) { $0 + $1.areaInSquareMetres } - 2) < 1e-12)
    let merged = try Shape(wkt: "MULTILINESTRING ((0 0, 1 0), (1 0, 2 0))").lineMerged()
    #expect(merged == (try Shape(wkt: "LINESTRING (0 0, 1 0, 2 0)")))
    let rectangle = try Shape(wkt: "LINESTRING (0 0, 2 2, 3 1)").minimumRotatedRectangle()
    #expect(abs(try rectangle.area() - 4) < 1e-9)
  }

  @Test func nearestPointsLieOnTheirShapes() throws {
    let (a, b) = try Shape(wkt: "LINESTRING (0 0, 10 0)").nearestPoints(to: Shape(wkt: "POINT (4 3)"))
    #expect(a == Point(x: 4, y: 0))
    #expect(b == Point(x: 4, y: 3))
    #expect(throws: GEOSError.self) { try Shape.point(a).nearestPoints(to: .empty(.point)) }
    #expect(try Shape.point(a).relation(to: .point(b)) == "FF0FFF0F2")
  }
}
