import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

@Suite struct ReblockCommandTests {
  /// Nine squares of 10 m at Bangkok, three by three; the one in the middle has no access.
  private static func parcels(_ more: [String] = []) -> String {
    let features = (0..<9).map { number in
      feature(#""parcel":\#(number)"#, square(Double(number % 3) * 10, Double(number / 3) * 10, 10))
    }
    return #"{"type":"FeatureCollection","features":[\#((features + more).joined(separator: ",\n"))]}"#
  }

  private static func feature(_ properties: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
  }

  private static func square(_ x: Double, _ y: Double, _ side: Double, _ height: Double? = nil) -> String {
    let top = y + (height ?? side)
    let corners = [(x, y), (x + side, y), (x + side, top), (x, top), (x, y)].map { x, y in
      String(format: "[%.9f,%.9f]", 100.5 + x / 108_080, 13.8 + y / 110_640)
    }
    return #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}"#
  }

  private func reblock(_ text: String, _ words: [String] = []) throws -> (
    code: ExitCode, json: JSONValue?, talk: String
  ) {
    try withTemporaryFolder { folder in
      let (input, output) = ((folder + "in.geojson").path, (folder + "out.geojson").path)
      try text.write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      let code = run(["reblock", input, "-o", output] + words, captured.console())
      let bytes = FileManager.default.contents(atPath: output).map(Array.init)
      return (code, try bytes.map { try JSONDocument(parsing: $0).value }, captured.stderr)
    }
  }

  @Test func middleParcelGetsTheShortestLane() throws {
    let (code, json, talk) = try reblock(Self.parcels())
    let klong = try #require(json?["klong"])
    #expect(code == .done)
    #expect(talk.contains("no lanes are shorter (proven)"))
    #expect(abs((klong["measures"]?["new_lane_m"]?.double ?? 0) - 10) < 0.05, "one side of a parcel, metres")
    #expect(klong["measures"]?["isolated_before"]?.int == 1)
    #expect(klong["measures"]?["isolated_after"]?.int == 0)
    #expect(klong["optimal"]?.bool == true)
    let features = json?["features"]?.array ?? []
    #expect(features.count == 10)
    #expect(features[4]["properties"]?["served_by"]?.string == "L1")
    #expect(features[9]["properties"]?["kind"]?.string == "lane")
    #expect(features[9]["properties"]?["new"]?.bool == true)
  }

  /// A pond in the middle that must stay, 3 m clear, bars every way in.
  @Test func unreachableParcelIsNamed() throws {
    let keep = Self.feature(#""kind":"keep","clearance_m":3"#, Self.square(8, 8, 14))
    let (code, json, talk) = try reblock(Self.parcels([keep]))
    #expect(code == .findings)
    #expect(talk.contains("1 parcel cannot be reached"))
    #expect(json?["klong"]?["measures"]?["isolated_after"]?.int == 1)
  }

  /// Lanes of 2 m: what parcels have after and what lanes have is what parcels had, and who gave is listed.
  @Test func widthTakesLand() throws {
    let (code, json, talk) = try reblock(Self.parcels(), ["--width", "2", "--smallest", "95"])
    #expect(code == .done, "\(talk)")
    let measures = json?["klong"]?["measures"]
    let before = try #require(measures?["land_before_m2"]?.double)
    let after = try #require(measures?["land_after_m2"]?.double)
    let lanes = try #require(measures?["lane_m2"]?.double)
    #expect(abs(after + lanes - before) < 1e-5, "m²")
    #expect(abs(lanes - 20) < 0.3, "10 m of 2 m")
    // One side gives all, for both would fall below the smallest size if each gave half.
    #expect(json?["klong"]?["compensation"]?.array?.count == 1)
    let features = json?["features"]?.array ?? []
    #expect(features.contains { $0["properties"]?["kind"]?.string == "lane_area" })
    #expect(features.contains { $0["properties"]?["below_smallest"]?.bool == true })
  }

  @Test func loopsJoinADeadEnd() throws {
    let (code, json, _) = try reblock(Self.parcels(), ["--loops", "5"])
    #expect(code == .done)
    #expect(json?["klong"]?["measures"]?["dead_end_longest_m"]?.double == 0)
    #expect(json?["klong"]?["optimal"]?.bool == false)
  }

  /// Land on the canal has access from there only where a walkway is asked for.
  @Test(arguments: [([String](), 3), (["--walkway"], 1)])
  func canalGivesNoAccess(words: [String], waiting: Int) throws {
    let canal = Self.feature(#""kind":"canal","width_m":8"#, Self.square(0, -8, 30, 8))
    let sides = [
      Self.feature(#""kind":"canal","width_m":8"#, Self.square(-8, -8, 8, 46)),
      Self.feature(#""kind":"canal","width_m":8"#, Self.square(30, -8, 8, 46)),
    ]
    let (_, json, talk) = try reblock(Self.parcels([canal] + sides), words)
    #expect(json?["klong"]?["measures"]?["isolated_before"]?.int ?? 0 >= waiting, "\(talk)")
  }

  @Test func housesAloneGetProxies() throws {
    let houses = (0..<9).map { number in
      Self.feature(
        #""kind":"house""#, Self.square(Double(number % 3) * 10 + 3, Double(number / 3) * 10 + 3, 4))
    }
    let site = Self.feature(#""kind":"site""#, Self.square(0, 0, 30))
    let text = #"{"type":"FeatureCollection","features":[\#((houses + [site]).joined(separator: ","))]}"#
    let (code, json, talk) = try reblock(text)
    #expect(code == .done, "\(talk)")
    #expect(talk.contains("proxies"))
    #expect(json?["klong"]?["measures"]?["isolated_before"]?.int == 1)
    #expect(json?["features"]?.array?.count { $0["properties"]?["proxy"]?.bool == true } == 9)
  }

  @Test(arguments: [
    (["--rule", "corner"], "no rule of access"), (["--keep-houses"], "without --width"),
    (["--width", "2", "--least-width", "3"], "narrower"), (["--loops", "-3"], "loops"),
  ])
  func wrongUsage(words: [String], text: String) throws {
    let (code, json, talk) = try reblock(Self.parcels(), words)
    #expect(code == .usage)
    #expect(json == nil)
    #expect(talk.contains(text), "\(talk)")
  }

  /// What needs no lane is done all the same: one parcel, two in a row, parts that lie apart, a yard as a hole.
  @Test(arguments: [
    ("one", [square(0, 0, 10)]), ("two", [square(0, 0, 10), square(10, 0, 10)]),
    ("islands", [square(0, 0, 10), square(40, 0, 10)]),
    ("parts", [multi([(0, 0), (40, 0)]), square(10, 0, 10)]),
    ("hole", [ring(30, hole: 10), square(40, 0, 5)]),
  ])
  func noneIsolated(name: String, areas: [String]) throws {
    let features = areas.map { Self.feature(#""kind":"parcel""#, $0) }.joined(separator: ",")
    let (code, json, talk) = try reblock(
      #"{"type":"FeatureCollection","features":[\#(features)]}"#, ["--width", "2"])
    #expect(code == .done, "\(name): \(talk)")
    #expect(json?["klong"]?["measures"]?["new_lane_m"]?.double == 0, "\(name)")
    #expect(json?["klong"]?["measures"]?["isolated_before"]?.int == 0, "\(name)")
    #expect(json?["klong"]?["optimal"]?.bool == true, "\(name)")
  }

  /// An island in a yard: the parcel in the hole of another waits, and a lane through the other one's side is none.
  @Test func islandInAHoleIsServedOrNamed() throws {
    let areas = [Self.ring(30, hole: 10), Self.square(10, 10, 10)]
    let features = areas.map { Self.feature(#""kind":"parcel""#, $0) }.joined(separator: ",")
    let (code, json, talk) = try reblock(#"{"type":"FeatureCollection","features":[\#(features)]}"#)
    #expect(code == .findings, "\(talk)")
    #expect(talk.contains("cannot be reached"))
    #expect(json?["klong"]?["measures"]?["isolated_after"]?.int == 1)
  }

  private static func multi(_ places: [(Double, Double)]) -> String {
    let parts = places.map {
      square($0.0, $0.1, 10).dropFirst(#"{"type":"Polygon","coordinates":"#.count).dropLast()
    }
    return #"{"type":"MultiPolygon","coordinates":[\#(parts.joined(separator: ","))]}"#
  }

  private static func ring(_ side: Double, hole: Double) -> String {
    let start = #"{"type":"Polygon","coordinates":["#.count
    let shells = [square(0, 0, side), square((side - hole) / 2, (side - hole) / 2, hole)]
    return
      #"{"type":"Polygon","coordinates":[\#(shells.map { $0.dropFirst(start).dropLast(2) }.joined(separator: ","))]}"#
  }

  /// A file of lanes between parcels, without houses or a site, can be printed.
  @Test func lanesAreMapped() throws {
    try withTemporaryFolder { folder in
      let (input, lanes, map) = (
        (folder + "in.geojson").path, (folder + "lanes.geojson").path, (folder + "map").path
      )
      try Self.parcels().write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(run(["reblock", input, "-o", lanes, "--width", "2"], captured.console()) == .done)
      let words = ["map", lanes, "--sheet", "overview", "--format", "svg", "--language", "en", "-o", map]
      #expect(run(words, captured.console()) == .done, "\(captured.stderr)")
      let pages = try FileManager.default.contentsOfDirectory(atPath: map)
      #expect(!pages.isEmpty)
    }
  }

  /// The ring of eight round a square that nobody surveyed: it is served and marked, unless gaps are left.
  @Test(arguments: [([String](), 1, 10.0), (["--gaps", "none"], 0, 0)])
  func gapAsLargeAsAParcelIsServed(words: [String], unclaimed: Int, metres: Double) throws {
    let text = Self.parcels().split(separator: "\n").filter { !$0.contains(#""parcel":4}"#) }.joined()
    let (code, json, talk) = try reblock(text, words)
    #expect(code == .done, "\(talk)")
    let measures = json?["klong"]?["measures"]
    #expect(measures?["parcels_unclaimed"]?.int == unclaimed)
    #expect(abs((measures?["new_lane_m"]?.double ?? -1) - metres) < 0.05, "metres")
    #expect(json?["features"]?.array?.count { $0["properties"]?["unclaimed"]?.bool == true } == unclaimed)
    #expect(json?["klong"]?["changes"]?.array?.count == 1)
  }

  /// Writes a re-blocking, changes its text, and checks it.
  private func checked(_ words: [String], _ change: (String) -> String) throws -> (
    code: ExitCode, text: String
  ) {
    try withTemporaryFolder { folder in
      let (input, lanes) = ((folder + "in.geojson").path, (folder + "lanes.geojson").path)
      let house = Self.feature(#""kind":"house","house_no":"7""#, Self.square(13, 13, 4))
      try Self.parcels([house]).replacingOccurrences(of: #""parcel""#, with: #""kind":"parcel","parcel""#)
        .write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(
        run(["reblock", input, "-o", lanes] + words, captured.console()) == .done, "\(captured.stderr)")
      try change(String(contentsOfFile: lanes, encoding: .utf8))
        .write(toFile: lanes, atomically: true, encoding: .utf8)
      let second = CapturedConsole()
      return (run(["check", lanes], second.console()), second.stdout + second.stderr)
    }
  }

  @Test(arguments: [[], ["--width", "2"], ["--rule", "frontage:1.0"], ["--width", "2", "--keep-houses"]])
  func checkFindsALaneFileSound(words: [String]) throws {
    let (code, text) = try checked(words) { $0 }
    #expect(code == .done, "\(text)")
    #expect(text.contains("10 parcels and buildings checked"), "\(text)")
    #expect(!text.contains("without a role"), "lane areas have one: \(text)")
  }

  /// What was changed by hand is found: a lane said to be wider than it is, land that is not there, no lane at all.
  @Test(arguments: [
    (["--width", "2"], #""width_m": 2.000"#, #""width_m": 3.000"#, "narrower somewhere"),
    (["--width", "2"], #""land_before_m2": 9"#, #""land_before_m2": 8"#, "together have 100 m² more"),
    ([String](), #""kind": "lane""#, #""kind": "finding""#, "touches no road"),
  ])
  func checkFindsWhatWasChanged(words: [String], old: String, new: String, finding: String) throws {
    let (code, text) = try checked(words) { file in
      let compact = old.replacingOccurrences(of: ": ", with: ":")
      #expect(file.contains(old) || file.contains(compact), "the file has \(old)")
      return file.replacingOccurrences(of: old, with: new).replacingOccurrences(
        of: compact, with: new.replacingOccurrences(of: ": ", with: ":"))
    }
    #expect(text.contains(finding), "\(text)")
    #expect(code == .findings, "\(text)")
  }

  /// Of the eight edges that lead to the parcel in the middle all but one are refused by lines along them.
  @Test(arguments: 0..<8) func noLaneAlongARefusedLine(free: Int) throws {
    let ways: [(from: (Double, Double), to: (Double, Double))] = [
      ((10, 0), (10, 10)), ((20, 0), (20, 10)), ((10, 20), (10, 30)), ((20, 20), (20, 30)),
      ((0, 10), (10, 10)), ((0, 20), (10, 20)), ((20, 10), (30, 10)), ((20, 20), (30, 20)),
    ]
    func line(_ way: (from: (Double, Double), to: (Double, Double))) -> String {
      let places = [way.from, way.to].map {
        String(format: "[%.9f,%.9f]", 100.5 + $0.0 / 108_080, 13.8 + $0.1 / 110_640)
      }
      return "[\(places.joined(separator: ","))]"
    }
    let refused = ways.indices.filter { $0 != free }.map {
      Self.feature(#""consent":"no""#, #"{"type":"LineString","coordinates":\#(line(ways[$0]))}"#)
    }
    try withTemporaryFolder { folder in
      let path = (folder + "weights.geojson").path
      try #"{"type":"FeatureCollection","features":[\#(refused.joined(separator: ","))]}"#
        .write(toFile: path, atomically: true, encoding: .utf8)
      let (code, json, talk) = try reblock(Self.parcels(), ["--weights", path])
      #expect(code == .done, "\(talk)")
      #expect(!talk.contains("without a role"), "\(talk)")
      let lane = json?["features"]?.array?.first { $0["properties"]?["new"]?.bool == true }
      let found = lane?["geometry"]?["coordinates"]?.array ?? []
      #expect(found.count == 2)
      for place in found {
        let (x, y) = (
          ((place[0]?.double ?? 0) - 100.5) * 108_080, ((place[1]?.double ?? 0) - 13.8) * 110_640
        )
        #expect([ways[free].from, ways[free].to].contains { abs($0.0 - x) < 0.01 && abs($0.1 - y) < 0.01 })
      }
    }
  }

  /// Three by three parcels with a road behind and a canal 8 m wide before them, re-blocked, changed and checked.
  private static func checkedBesideWater(
    _ words: [String], _ change: (String) -> String = { $0 }
  ) throws -> (code: ExitCode, text: String) {
    try withTemporaryFolder { folder in
      let (input, lanes) = ((folder + "in.geojson").path, (folder + "lanes.geojson").path)
      let more = [
        feature(#""kind":"canal","width_m":8"#, square(-20, -9, 70, 8.5)),
        feature(#""kind":"road""#, square(-5, 30, 40, 4)),
      ]
      try parcels(more).replacingOccurrences(of: #""parcel""#, with: #""kind":"parcel","parcel""#)
        .write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(
        run(["reblock", input, "-o", lanes] + words, captured.console()) == .done, "\(captured.stderr)")
      try change(String(contentsOfFile: lanes, encoding: .utf8))
        .write(toFile: lanes, atomically: true, encoding: .utf8)
      let second = CapturedConsole()
      return (run(["check", lanes], second.console()), second.stdout + second.stderr)
    }
  }

  /// A walkway along the bank gives access as the road behind does.
  @Test(arguments: [[], ["--walkway"], ["--width", "2"], ["--walkway", "--width", "2"]])
  func lanesBesideWaterAreSound(words: [String]) throws {
    let (code, text) = try Self.checkedBesideWater(words)
    #expect(code == .done, "\(text)")
  }

  /// A lane ends 10 m north of the first row's feet; water that reaches to 2 m from there is too near for it.
  @Test func aLaneThatDoesNotKeepTheSetbackIsFound() throws {
    let (code, text) = try Self.checkedBesideWater([]) { file in
      let (old, new) = (Self.square(-20, -9, 70, 8.5), Self.square(-20, -9, 70, 17))
      #expect(file.contains(old))
      return file.replacingOccurrences(of: old, with: new)
    }
    #expect(code == .findings)
    #expect(text.contains("The lane comes within 2"), "\(text)")
    #expect(text.contains("Broken: New lanes keep the setback of the canal, 1"), "\(text)")
  }

  /// Beside a layout made anew: who stays under either. Plots are not measured where there are none.
  @Test func compareWithALayoutMadeAnew() throws {
    try withTemporaryFolder { folder in
      let sample = PlanAndCheckTests.samples + "bang-bua"
      let lanes = (folder + "lanes.geojson").path
      let words = ["plan", (sample + "settlement.geojson").path, "--strategy", "reblock", "-o", lanes]
      #expect([.done, .findings].contains(run(words, CapturedConsole().console())))
      let told = CapturedConsole()
      _ = run(["compare", (sample + "plan.geojson").path, lanes], told.console())
      let text = told.stdout.replacing("\n    ", with: " ")
      #expect(text.contains("1 laid out anew: 0 of 190 houses stay, 212 plots, longest walk"), "\(text)")
      #expect(text.contains("2 re-blocked: 190 of 190 parcels stay"))
      #expect(!text.contains("What residents feel"))
      #expect(!text.contains("not known"))
    }
  }

  /// Two re-blockings, parcel by parcel: who gives how much, and by which lane one walks how far.
  @Test func compareTellsWhatChangesForWhom() throws {
    try withTemporaryFolder { folder in
      let (input, a, b) = (
        (folder + "in.geojson").path, (folder + "a.geojson").path, (folder + "b.geojson").path
      )
      try Self.parcels().write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(run(["reblock", input, "-o", a], captured.console()) == .done)
      #expect(run(["reblock", input, "-o", b, "--width", "2"], captured.console()) == .done)
      let told = CapturedConsole()
      #expect(run(["compare", a, b], told.console()) == .done, "\(told.stderr)")
      #expect(told.stdout.contains("give more"), "\(told.stdout)")
      #expect(told.stdout.contains("gives 0.0 m2, on a road; now gives 10"), "\(told.stdout)")
      let json = CapturedConsole()
      #expect(run(["compare", a, b, "--format", "json"], json.console()) == .done)
      let parcels = try JSONDocument(parsing: Array(json.stdout.utf8)).value["comparisons"]?.array?.first?[
        "parcels"]
      let changed = parcels?["changed"]?.array ?? []
      let given = changed.reduce(0) { $0 + ($1["more_given_m2"]?.double ?? 0) }
      #expect(abs(given - 20) < 0.3, "a lane of 10 m by 2 m, m²")
      #expect(changed.allSatisfy { $0["after"]?["served_by"]?.string == "road" && $0["more_walk_m"] != nil })
      #expect((parcels?["unchanged"]?.int ?? 0) + changed.count == 9)
    }
  }

  @Test func nothingToServeIsRefused() throws {
    let tree = Self.feature(#""kind":"keep""#, Self.square(0, 0, 5))
    let (code, json, talk) = try reblock(#"{"type":"FeatureCollection","features":[\#(tree)]}"#)
    #expect(code == .invalidInput)
    #expect(json == nil, "nothing is written")
    #expect(talk.contains("there is no parcel"))
  }
}
