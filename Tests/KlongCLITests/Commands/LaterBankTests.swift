import Foundation
import JSON
import Testing

@testable import KlongCLI

/// The bank line moves while people plan.
@Suite(.serialized) struct LaterBankTests {
  static let plan = (PlanAndCheckTests.samples + "first-plan/plan.geojson").path

  /// A line along the canal of the first sample, at this latitude.
  private func bank(_ latitude: Double, in folder: URL, name: String = "later") throws -> String {
    let file = folder + "\(name).geojson"
    try
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"bank","date":"2027-01-01","author":"\#(name)"},"geometry":{"type":"LineString","coordinates":[[100.5902,\#(latitude)],[100.5912,\#(latitude)]]}}]}"#
      .write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func takesPlotsAndPlansAgain() throws {
    try withTemporaryFolder { scratch in
      let later = try bank(13.84634, in: scratch)
      let report = CapturedConsole()
      #expect(
        run(["check", Self.plan, "--bank", later, "--format", "json"], report.console()) == .findings)
      let found = try JSONDocument(parsing: Array(report.stdout.utf8)).value
      let taken = found["bank"]?["taken_plots"]?.array ?? []
      #expect(!taken.isEmpty)
      #expect(taken.allSatisfy { ($0["short_m"]?.double ?? 0) > 0 })
      let next = scratch + "next.geojson"
      let captured = CapturedConsole()
      #expect(run(["plan", Self.plan, "--bank", later, "-o", next.path], captured.console()) == .done)
      let klong = try JSONDocument(parsing: Array(Data(contentsOf: next))).value["klong"]
      #expect(klong?["check"]?["breaches"]?.int == 0)
      let bank = try #require(klong?["bank"])
      // Nobody can keep what the line takes, and nobody else has to move here.
      #expect(bank["homes_changed"]?.int == taken.count, "\(captured.stderr)")
      #expect(bank["homes_kept"]?.int == 10 - taken.count)
      #expect(captured.stderr.contains("2027-01-01"))
      #expect(run(["check", next.path], CapturedConsole().console()) == .done)
    }
  }

  /// Behind two lines there is never more room than behind either alone.
  @Test func theStricterOfTwoCounts() throws {
    try withTemporaryFolder { scratch in
      let near = try bank(13.84632, in: scratch, name: "near")
      let far = try bank(13.84636, in: scratch, name: "far")
      let next = scratch + "next.geojson"
      let words = ["plan", PlanAndCheckTests.first, "--bank", near, "--bank", far, "-o", next.path]
      #expect(run(words, CapturedConsole().console()) == .done)
      let bank = try JSONDocument(parsing: Array(Data(contentsOf: next))).value["klong"]?["bank"]
      let plots = try #require(bank?["plots"]?.int)
      let alone = try #require(bank?["alone"]?.array)
      #expect(alone.count == 2)
      #expect(alone.allSatisfy { ($0["price_plots"]?.int ?? -1) >= 0 })
      #expect(alone.last?["plots"]?.int == plots)
    }
  }

  @Test func aFileWithoutALineIsRefused() throws {
    let captured = CapturedConsole()
    let words = ["check", Self.plan, "--bank", PlanAndCheckTests.first]
    #expect(run(words, captured.console()) == .invalidInput)
    #expect(captured.stderr.contains("no bank line"))
  }
}
