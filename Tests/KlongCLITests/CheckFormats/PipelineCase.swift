import Foundation
import JSON

@testable import KlongCLI

/// A canal 9.5 m wide, one without a width, and buildings at known distances from their edges, with hostile names.
struct PipelineCase {
  /// Metres north of the canal's bank for each building, by id; the canal needs 3 m.
  var metres: [(id: String?, metres: Double)] = [("A", 1), (nil, 2), ("C", 10), ("D", 2.5)]
  var isReversed = false

  static let name = "=cmd|'/C calc'!A1 <b>\\\"&%0A\\n::error::"

  private static func rectangle(_ west: Double, _ south: Double, _ height: Double) -> String {
    let (x, y) = (100.6 + west / 108_100, 13.8 + south / 110_630)
    let (east, north) = (x + 6 / 108_100.0, y + height / 110_630)
    let corners = [(x, y), (east, y), (east, north), (x, north), (x, y)].map { "[\($0.0),\($0.1)]" }
    return "[[\(corners.joined(separator: ","))]]"
  }

  private static func line(_ south: Double) -> String {
    let y = 13.8 + south / 110_630
    return #"{"type":"LineString","coordinates":[[100.5995,\#(y)],[100.602,\#(y)]]}"#
  }

  func file() throws -> IntakeFile {
    var features = [
      #"{"type":"Feature","id":"K","properties":{"kind":"canal","name":"\#(Self.name)","width_m":9.5},"geometry":\#(Self.line(-4.75))}"#,
      #"{"type":"Feature","id":"U","properties":{"kind":"canal","name":"Khlong without width"},"geometry":\#(Self.line(100))}"#,
      #"{"type":"Feature","id":"E","properties":{"kind":"house","house_no":"@SUM(1)"},"geometry":{"type":"Polygon","coordinates":\#(Self.rectangle(50, 104, 5))}}"#,
    ]
    for (number, house) in metres.enumerated() {
      let id = house.id.map { #""id":"\#($0)","# } ?? ""
      let shape = Self.rectangle(Double(number) * 12, house.metres, 5)
      features.append(
        #"{"type":"Feature",\#(id)"properties":{"kind":"house"},"geometry":{"type":"Polygon","coordinates":\#(shape)}}"#
      )
    }
    return try IntakeFile(features: isReversed ? features.reversed() : features, name: "a b.geojson")
  }

  struct Outcome {
    let code: ExitCode
    let stdout: String
    let stderr: String

    func json() throws -> JSONValue { try JSONDocument(parsing: Array(stdout.utf8)).value }
  }

  func check(_ format: String, _ more: String...) throws -> Outcome {
    let file = try file()
    let captured = CapturedConsole()
    let code = run(["check", file.path, "--format", format] + more, captured.console())
    return Outcome(code: code, stdout: captured.stdout, stderr: captured.stderr)
  }
}
