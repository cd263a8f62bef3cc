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

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> String {
    let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)].map { x, y in
      String(format: "[%.9f,%.9f]", 100.5 + x / 108_080, 13.8 + y / 110_640)
    }
    return #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}"#
  }

  private func reblock(_ text: String) throws -> (code: ExitCode, json: JSONValue?, talk: String) {
    try withTemporaryFolder { folder in
      let (input, output) = ((folder + "in.geojson").path, (folder + "out.geojson").path)
      try text.write(toFile: input, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      let code = run(["reblock", input, "-o", output], captured.console())
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

  @Test func nothingToServeIsRefused() throws {
    let house = Self.feature(#""kind":"house""#, Self.square(0, 0, 5))
    let (code, json, talk) = try reblock(#"{"type":"FeatureCollection","features":[\#(house)]}"#)
    #expect(code == .invalidInput)
    #expect(json == nil, "nothing is written")
    #expect(talk.contains("there is no parcel"))
  }
}
