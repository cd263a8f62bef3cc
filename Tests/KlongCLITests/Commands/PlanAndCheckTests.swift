import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// The two commands as people run them, on the samples and on what people get wrong.
@Suite(.serialized) struct PlanAndCheckTests {
  static let samples = SharedData.packageFolder.appendingPathComponent("SampleData")

  /// The golden plan of each sample, byte for byte; `KLONG_RECORD=1` writes it anew, and then the run fails.
  @Test(arguments: [("first-plan", 10), ("bang-bua", 150)])
  func goldenPlan(sample: String, leastPlots: Int) throws {
    let folder = Self.samples.appendingPathComponent(sample)
    try withTemporaryFolder { scratch in
      let plan = scratch + "plan.geojson"
      let made = try KlongProcess.run(
        ["plan", (folder + "settlement.geojson").path, "-o", plan.path, "--deadline", "600"])
      #expect(made.status == 0, "\(made.stderr)")
      #expect(made.stdout.isEmpty)
      let bytes = try Data(contentsOf: plan)
      let golden = folder + "plan.geojson"
      if ProcessInfo.processInfo.environment["KLONG_RECORD"] != nil {
        try bytes.write(to: golden)
        Issue.record(
          "recorded \(golden.lastPathComponent) of \(sample): look at it, then run without KLONG_RECORD")
      }
      #expect(try Data(contentsOf: golden) == bytes, "the plan of \(sample) is another one than it was")
      let klong = try #require(try JSONDocument(parsing: Array(bytes)).value["klong"])
      let plots = try #require(klong["measures"]?["plots"]?.int)
      #expect(plots >= leastPlots)
      #expect(plots <= klong["bound"]?.int ?? 0)
      #expect(klong["check"]?["breaches"]?.int == 0)
      let checked = try KlongProcess.run(["check", plan.path, "--format", "json"])
      #expect(checked.status == 0)
      let report = try JSONDocument(parsing: Array(checked.stdout.utf8)).value
      #expect(report["summary"]?["checked"]?.int == plots)
    }
  }

  /// The same bytes in any locale, time zone and folder, and on one core.
  @Test(arguments: [
    "LC_ALL=th_TH.UTF-8 TZ=Asia/Bangkok $KLONG", "LC_NUMERIC=de_DE.UTF-8 $KLONG", "taskset -c 0 $KLONG",
  ])
  func sameBytesEverywhere(tool: String) throws {
    try withTemporaryFolder { scratch in
      let made = try KlongProcess.shell("\(tool) plan '\(Self.first)' -o plan.geojson", in: scratch)
      #expect(made.status == 0, "\(made.stderr)")
      let golden = Self.samples + "first-plan/plan.geojson"
      #expect(try Data(contentsOf: scratch + "plan.geojson") == Data(contentsOf: golden))
    }
  }

  static let first = (samples + "first-plan/settlement.geojson").path

  @Test(arguments: [
    (["plan", first], ExitCode.usage, "no place for the plan"),
    (["plan", first, "-o", first], .usage, "never overwritten"),
    (["plan", first, "-o", "/dev/null", "--plot", "4"], .usage, "not a size"),
    (["plan", first, "-o", "/dev/null", "--rules", "thailand"], .invalidInput, "rule book"),
    (["plan", "/dev/null", "-o", "/dev/null"], .invalidInput, "/dev/null"),
    (["plan", first, "-o", "/nowhere/plan.geojson"], .fileSystem, "/nowhere"),
    (["plan", first, "-o", "/dev/null", "--households", "40"], .findings, "left without a plot"),
    (["plan", first, "-o", "/dev/null", "--strict", "no-such"], .usage, "no rule"),
    (["check", "/no/such.geojson"], .invalidInput, "such.geojson"),
    (["check", first, "--accuracy", "-1"], .usage, "out of range"),
  ])
  func exits(words: [String], code: ExitCode, stderr: String) {
    let captured = CapturedConsole()
    #expect(run(words, captured.console()) == code)
    #expect(captured.stderr.contains(stderr), "\(captured.stderr)")
  }

  /// What a person locks stays where it is, under its number, and the rest is laid out round it.
  @Test func aLockedPlotStays() throws {
    try withTemporaryFolder { scratch in
      let (plan, edited, next) = (
        scratch + "plan.geojson", scratch + "edited.geojson", scratch + "next.geojson"
      )
      #expect(run(["plan", Self.first, "-o", plan.path], CapturedConsole().console()) == .done)
      let text = try String(contentsOf: plan, encoding: .utf8)
      let locked = text.replacingOccurrences(of: #""number":5,"#, with: #""number":5,"locked":true,"#)
      #expect(locked != text)
      try locked.write(to: edited, atomically: true, encoding: .utf8)
      let captured = CapturedConsole()
      #expect(run(["plan", edited.path, "-o", next.path], captured.console()) == .done)
      #expect(captured.stderr.contains("1 feature kept"), "\(captured.stderr)")
      let again = try String(contentsOf: next, encoding: .utf8)
      let line = try #require(locked.split(separator: "\n").first { $0.contains(#""locked":true"#) })
      let own = line.hasSuffix(",") ? line.dropLast() : line
      #expect(again.contains(own))
      #expect(again.components(separatedBy: #""number":5,"#).count == 2)
    }
  }

  /// A house over the water, one too near, one behind the line, one where nobody knows the width.
  @Test func housesBesideCanals() throws {
    func square(_ id: String, _ x: Double, _ y: Double) -> String {
      let d = 0.00005
      let corners = [(x, y), (x + d, y), (x + d, y + d), (x, y + d), (x, y)].map { "[\($0.0),\($0.1)]" }
      return
        #"{"type":"Feature","id":"\#(id)","properties":{"kind":"house"},"geometry":{"type":"Polygon","coordinates":[["#
        + corners.joined(separator: ",") + "]]}}"
    }
    func canal(_ y: Double, _ width: String) -> String {
      #"{"type":"Feature","properties":{"kind":"canal"\#(width)},"geometry":{"type":"LineString","coordinates":[[100.5,\#(y)],[100.51,\#(y)]]}}"#
    }
    let features = [
      square("over", 100.5020, 13.8000), square("near", 100.5030, 13.80005),
      square("clear", 100.5040, 13.8003), square("unknown", 100.5050, 13.81003),
      canal(13.8, #","width_m":8"#), canal(13.81, ""),
    ]
    try withTemporaryFolder { scratch in
      let (file, judged) = (scratch + "houses.geojson", scratch + "judged.geojson")
      try (#"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}")
        .write(to: file, atomically: true, encoding: .utf8)
      let words = ["check", file.path, "--format", "geojson", "-o", judged.path]
      #expect(run(words, CapturedConsole().console()) == .findings)
      let all = try JSONDocument(parsing: Array(Data(contentsOf: judged))).value["features"]?.array ?? []
      let verdicts = all.compactMap { feature in
        feature["id"]?.string.map { ($0, feature["properties"]?["klong_setback"]?.string) }
      }
      #expect(verdicts.map(\.1) == ["breach", "breach", "ok", "unknown"])
      #expect(all.first?["properties"]?["klong_over_water"]?.bool == true)
    }
  }
}
