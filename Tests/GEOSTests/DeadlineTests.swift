import GEOS
import Geometry
import Testing

/// Small inputs that keep plain GEOS 3.11.1 busy for minutes.
@Suite(.serialized) struct DeadlineTests {
  /// Seconds that each call allows itself, well inside the 5 to 20 s of the rows.
  static let limit: Duration = .seconds(3)

  @Test func everySharedCaseEnds() throws {
    guard let cases = try ConformanceFile.read()?.mustEnd else {
      print("GEOS must_end: skipped, there is no ../shared/data/conformance/geos_cases.json")
      return
    }
    let clock = ContinuousClock()
    var ended = 0
    for row in cases {
      var outcome = "answered"
      let took = try clock.measure {
        do { _ = try row.run(limit: Self.limit) } catch GEOSError.deadlinePassed { outcome = "timed out" }
      }
      let inTime = try took <= .seconds(row.allowedSeconds)
      #expect(inTime, "\(row.op) of \(row.a.utf8.count) bytes took \(took)")
      if inTime { ended += 1 }
      print("GEOS must_end: \(row.op) of \(row.a.utf8.count) bytes \(outcome) after \(took)")
    }
    print("GEOS must_end: \(ended) of \(cases.count) ended in time")
  }
}

extension ConformanceCase {
  /// From "an answer or a reported timeout within 5 s".
  var allowedSeconds: Double {
    get throws {
      guard let match = expected.text?.firstMatch(of: /within (\d+) s/), let seconds = Double(match.1) else {
        throw MalformedCase(op: op)
      }
      return seconds
    }
  }
}
