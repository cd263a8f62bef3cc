import Geometry
import Testing

@testable import KlongCLI

@Suite("Intake: reference systems")
struct IntakeSystemTests {
  private func crs(_ name: String) -> String {
    #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#
  }

  @Test(
    "refused, with the reason",
    arguments: [
      ("latitude first", "", point("13.85,100.588"), "latitude came first"),
      ("metres without crs", "", point("671624,1531711"), "metres"),
      ("beyond the earth", "", point("190,95"), "no longitude"),
      ("crs null", #""crs":null,"#, square, "null"),
      ("linked crs", #""crs":{"type":"link","properties":{"href":"http://x"}},"#, square, "link"),
      ("crs without a name", #""crs":{"type":"name","properties":{}},"#, square, "does not name"),
      ("crs a number", #""crs":4326,"#, square, "does not name"),
      ("unknown crs", #""crs":{"type":"name","properties":{"name":"EPSG:1"}},"#, square, "EPSG:1"),
      (
        "a PROJ string", #""crs":{"type":"name","properties":{"name":"+proj=utm"}},"#, square,
        "not taken|taken here"
      ),
      (
        "Indian 1975", #""crs":{"type":"name","properties":{"name":"EPSG:24047"}},"#,
        point("671624,1531711"), "3.0 m"
      ),
      (
        "degrees under a projected crs", #""crs":{"type":"name","properties":{"name":"EPSG:32647"}},"#,
        square,
        "look like degrees"
      ),
    ])
  func refused(name: String, members: String, geometry: String, words: String) throws {
    let file = try IntakeFile(features: [feature(#""kind":"keep""#, geometry)], members: members)
    let refusal = try #require(try file.refusal(), "\(name) was taken")
    #expect(words.split(separator: "|").contains { refusal.problem.contains($0) }, "\(refusal.problem)")
    #expect(!refusal.remedy.isEmpty)
    #expect(refusal.code == .invalidInput)
  }

  @Test(
    "a crs that leads to WGS 84 exactly is honoured: the same place to a millimetre",
    arguments: [
      ("EPSG:32647", "671619.5895,1531706.5771"),
      ("urn:ogc:def:crs:EPSG::32647", "671619.5895,1531706.5771"),
      ("EPSG:4326", "100.588,13.85"), ("urn:ogc:def:crs:OGC:1.3:CRS84", "100.588,13.85"),
      ("EPSG:3857", "11197404.9399,1557013.0349"),
    ])
  func honoured(name: String, coordinates: String) throws {
    let file = try IntakeFile(
      features: [feature(#""kind":"access""#, point(coordinates))], members: crs(name))
    let intake = try file.read()
    #expect(intake.plane?.system.name == "EPSG:32647")
    let found = try #require(intake.settlement.accessPoints.first?.point)
    #expect(found.distance(to: Point(x: 671619.5895, y: 1531706.5771)) < 0.001)
    #expect(intake.sources[0].system.accuracyMetres == 0)
  }

  @Test("files in several systems lie on one plane, and a swapped one is known by its company")
  func several() throws {
    let access = feature(#""kind":"access""#, point("9.5,47.1"))
    let degrees = try IntakeFile(features: [access])
    let metres = try IntakeFile(
      features: [feature(#""kind":"access""#, point("537941.7713,5216398.1205"))], members: crs("EPSG:32632"))
    let intake = try Intake.read(
      paths: [degrees.path, metres.path], options: IntakeOptions(), console: .silent())
    let points = intake.settlement.accessPoints.map(\.point)
    #expect(points.count == 2)
    #expect(points[0].distance(to: points[1]) < 0.001)

    let swapped = try IntakeFile(features: [feature(#""kind":"access""#, point("47.1,9.5"))])
    #expect(throws: Refusal.self) {
      try Intake.read(paths: [degrees.path, swapped.path], options: IntakeOptions(), console: .silent())
    }
  }

  @Test("what lies in another part of the world is left out, and does not choose the plane")
  func farAway() throws {
    let file = try IntakeFile(features: [
      feature(#""kind":"access""#, point("0,0")), feature(#""kind":"site""#, square),
      feature(#""kind":"canal""#, line("[100.588,13.85],[100.6,14.2]")),
    ])
    let intake = try file.read()
    #expect(intake.plane?.system.name == "EPSG:32647")
    #expect(intake.settlement.accessPoints.isEmpty)
    #expect(intake.settlement.canals.count == 1)
  }

  @Test(
    "a named plane must draw true lengths",
    arguments: [("EPSG:32648", true), ("EPSG:3857", false), ("EPSG:4326", false), ("EPSG:0", false)])
  func plane(name: String, isTaken: Bool) throws {
    let file = try IntakeFile(features: [feature(#""kind":"site""#, square)])
    let refusal = try file.refusal { $0.systemName = name }
    #expect((refusal == nil) == isTaken, "\(refusal?.problem ?? "")")
    if let refusal { #expect(refusal.code == .usage) }
  }

  @Test("the same file twice, and no place at all, are refused")
  func nothing() throws {
    let file = try IntakeFile(features: [])
    #expect(try file.refusal()?.problem == "no feature has a place")
    let refusal = #expect(throws: Refusal.self) {
      try Intake.read(paths: [file.path, file.path], options: IntakeOptions(), console: .silent())
    }
    #expect(refusal?.code == .usage)
  }
}
