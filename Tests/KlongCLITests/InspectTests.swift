import Foundation
import GeoJSON
import JSON
import TestSupport
import Testing

@testable import CommandLineKit
@testable import KlongCLI

@Suite("inspect")
struct InspectTests {
  private func inspection(
    _ file: IntakeFile, _ change: (inout IntakeOptions) -> Void = { _ in }
  ) throws -> Inspection {
    var options = IntakeOptions()
    change(&options)
    return try Inspection(paths: [file.path], options: options, console: .silent())
  }

  @Test("says what there is: roles, how they were found, areas and lengths")
  func roles() throws {
    let file = try IntakeFile(features: [
      feature(#""kind":"site""#, square), feature(#""building":"yes""#, square),
      feature(#""kind":"canal""#, canalLine), feature(#""kind":"moon""#, square),
    ])
    let inspection = try inspection(file)
    #expect(inspection.roles.map(\.role) == [.site, .canal, .house, nil])
    #expect(
      inspection.roles.flatMap(\.origins).map(\.name) == [
        "kind", "kind", "OpenStreetMap tag building", "unknown kind moon",
      ])
    // 0.0001 degrees by 0.0001 degrees at 13.85 N: 10.81 m by 11.06 m on the ellipsoid.
    #expect(abs(inspection.roles[0].areaSquareMetres - 119.6) < 0.1)
    #expect(abs(inspection.roles[1].lengthMetres - 221.3) < 0.1)
    #expect(inspection.canalsWithoutWidth.map(\.index) == [2])
    #expect(inspection.needs.count == 2)
    #expect(inspection.refusal() == nil)
    #expect(try self.inspection(file) { $0.canalWidthMetres = 8 }.canalsWithoutWidth.isEmpty)
  }

  @Test("finds what is invalid, doubled, on each other and too small")
  func faults() throws {
    let speck = polygon("[100.59,13.85],[100.590001,13.85],[100.590001,13.850001],[100.59,13.85]")
    let file = try IntakeFile(features: [
      feature(#""kind":"house""#, bowTie), feature(#""kind":"house""#, square),
      feature(#""kind":"house""#, square), feature(#""kind":"house""#, speck),
      feature(#""kind":"house""#, "null"),
    ])
    let inspection = try inspection(file)
    #expect(inspection.invalid.map(\.reference.index) == [0])
    #expect(inspection.duplicates.pairs.map(\.second.index) == [2])
    #expect(inspection.overlaps.pairs.map(\.first.index) == [1])
    #expect(inspection.overlaps.isComplete)
    #expect(inspection.slivers.map(\.feature.index) == [3])
    #expect(inspection.features(of: .nowhere).map(\.reference.index) == [4])
    #expect(inspection.refusal()?.feature == 0)
    let text = inspection.text(repairs: [], isRepaired: false, width: 60)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 || $0.contains("/tmp/") })
    #expect(text.contains("at 100.588050 E"))
  }

  @Test("an invalid area without a role is told, but stops nobody")
  func rolelessInvalid() throws {
    let inspection = try inspection(try IntakeFile(features: [feature("", bowTie)]))
    #expect(inspection.invalid.count == 1)
    #expect(inspection.refusal() == nil)
  }

  @Test("a control sequence in data reaches no terminal")
  func harmless() throws {
    let file = try IntakeFile(features: [feature(#""kind":"\u001b[2J\u202eall pass""#, square)])
    let text = try inspection(file).text(repairs: [], isRepaired: false, width: 80)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test("the JSON has the same members whatever the file holds", arguments: [[], [square], [bowTie]])
  func keys(geometries: [String]) throws {
    let file = try IntakeFile(features: geometries.map { feature(#""kind":"house""#, $0) })
    let inspection = try inspection(file)
    let json = inspection.json(repairs: try Repair.all(in: inspection.intake), isRepaired: false)
    #expect(
      json.names == [
        "klong", "usable", "problem", "remedy", "files", "plane", "roles", "canals_without_width", "invalid",
        "unusable", "without_place", "far_away", "duplicate_ids", "duplicates", "overlaps",
        "overlaps_complete", "slivers", "plan_needs",
      ])
    #expect(json["usable"]?.bool == (geometries == [square]))
  }

  @Test("repairs a copy: the invalid area is valid, all else is the same to the byte")
  func repair() throws {
    let kept = feature(#""kind":"house","x":1.50e1"#, square)
    let file = try IntakeFile(
      features: [feature(#""kind":"house""#, bowTie), kept], members: #""name":"drawn","#)
    let inspection = try inspection(file)
    let repairs = try Repair.all(in: inspection.intake)
    let output = file.path + ".repaired"
    try inspection.write(repairs, to: output, console: .silent())
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(text.contains(kept))
    #expect(text.contains(#""name":"drawn""#))
    let again = try Intake.read(paths: [output], options: IntakeOptions(), console: .silent())
    #expect(again.settlement.houses.map(\.footprint.count) == [2, 1])
    #expect(repairs.map(\.partsAfter) == [2])
    #expect(inspection.refusal(mended: [repairs[0].feature]) == nil)
  }

  @Test("a repaired copy of a file in metres is in degrees, with its crs and box gone")
  func repairedCopyInDegrees() throws {
    let ring =
      "[671000,1531000,7],[671010,1531010,7],[671010,1531000,7],[671000,1531010,7],[671000,1531000,7]"
    let file = try IntakeFile(
      features: [feature(#""kind":"house""#, polygon(ring)), feature("", point("671000,1531000,3"))],
      members: #""crs":{"type":"name","properties":{"name":"EPSG:32647"}},"bbox":[1,2,3,4],"#)
    let inspection = try inspection(file)
    let output = file.path + ".repaired"
    try inspection.write(try Repair.all(in: inspection.intake), to: output, console: .silent())
    let collection = try FeatureCollection(reading: Array(try Data(contentsOf: URL(fileURLWithPath: output))))
    #expect(collection.members.names.isEmpty)
    #expect(collection.firstPositionOutsideDegrees() == nil)
    #expect(collection.features.count == 2)
    guard case .point(let place) = collection.features[1].geometry else { return #expect(Bool(false)) }
    #expect(place.z == 3)
  }

  @Test("real files go through as they are", .enabled(if: SharedData.folder != nil))
  func realFiles() throws {
    for folder in ["data/real", "data/reblock"] {
      guard let directory = SharedData.file(folder) else { continue }
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      where name.hasSuffix(".geojson") {
        let path = directory.appendingPathComponent(name).path
        let inspection = try Inspection(paths: [path], options: IntakeOptions(), console: .silent())
        #expect(inspection.refusal() == nil, "\(name)")
      }
    }
  }

  /// What the README of the data says of them.
  @Test(
    "Liechtenstein has 21 overlapping pairs, one house drawn twice, one of 0.04 m²",
    .enabled(if: SharedData.file("data/real/liechtenstein-buildings.geojson") != nil))
  func liechtenstein() throws {
    let path = try #require(SharedData.file("data/real/liechtenstein-buildings.geojson")).path
    let inspection = try Inspection(paths: [path], options: IntakeOptions(), console: .silent())
    #expect(inspection.overlaps.pairs.count == 21)
    #expect(inspection.duplicates.pairs.count == 1)
    #expect(inspection.slivers.count == 1)
  }
}
