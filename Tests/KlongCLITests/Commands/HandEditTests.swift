import Foundation
import JSON
import Testing

@testable import KlongCLI

/// A plan that a person opened, changed and saved comes back: what was changed stays, the rest is completed.
@Suite(.serialized) struct HandEditTests {
  /// As QGIS writes: no ids, no foreign members but `crs`, every property on every feature, so many decimals.
  private func savedByQGIS(_ plan: EditedPlan, decimals: Int) -> EditedPlan {
    var saved = plan
    saved.root = [
      "type": "FeatureCollection", "name": "plan",
      "crs": ["type": "name", "properties": ["name": "urn:ogc:def:crs:OGC:1.3:CRS84"]],
    ]
    let names = Set(plan.features.flatMap { ($0["properties"] as? [String: Any] ?? [:]).keys })
    saved.features = plan.features.map { feature in
      var feature = feature
      feature["id"] = nil
      var properties = feature["properties"] as? [String: Any] ?? [:]
      for name in names where properties[name] == nil { properties[name] = NSNull() }
      feature["properties"] = properties
      var geometry = feature["geometry"] as? [String: Any] ?? [:]
      geometry["coordinates"] = EditedPlan.rounded(geometry["coordinates"], to: decimals)
      feature["geometry"] = geometry
      return feature
    }
    return saved
  }

  private struct Outcome {
    var code: ExitCode
    var talk: String
    var klong: JSONValue
    var features: [JSONValue]

    var plots: Int { klong["measures"]?["plots"]?.int ?? 0 }
    var edits: JSONValue? { klong["edits"] }
    /// The findings on what klong laid out itself.
    var ownFaults: [JSONValue] {
      features.filter { $0["properties"]?["kind"]?.string == "finding" && $0["properties"]?["edit"] == nil }
    }

    func plot(_ number: Int) -> JSONValue? {
      features.first {
        $0["properties"]?["kind"]?.string == "plot" && $0["properties"]?["number"]?.int == number
      }
    }
  }

  private func planned(_ plan: EditedPlan) throws -> Outcome {
    try withTemporaryFolder { scratch in
      let (edited, next) = (scratch + "edited.geojson", scratch + "next.geojson")
      try plan.data().write(to: edited)
      let captured = CapturedConsole()
      let code = run(["plan", edited.path, "-o", next.path], captured.console())
      let root = try JSONDocument(parsing: Array(Data(contentsOf: next))).value
      return Outcome(
        code: code, talk: captured.stderr, klong: try #require(root["klong"]),
        features: root["features"]?.array ?? [])
    }
  }

  /// Nothing is lost, whichever plot is locked and whoever saved the file.
  @Test(arguments: 1...10, [nil, 15, 7, 6]) func locked(number: Int, decimals: Int?) throws {
    var plan = try EditedPlan.first()
    plan.change(plot: number) { $0["locked"] = true }
    if let decimals { plan = savedByQGIS(plan, decimals: decimals) }
    let outcome = try planned(plan)
    #expect(outcome.code == .done, "\(outcome.talk)")
    #expect(outcome.ownFaults.isEmpty)
    #expect(outcome.plots == 10)
    #expect(outcome.edits?["locked"]?.int == 1)
    #expect(outcome.plot(number)?["properties"]?["locked"]?.bool == true)
  }

  /// A plan of 212 plots comes back with seven decimals, and nobody has to move for it.
  @Test(arguments: [7, 8]) func aLargePlanSavedWithFewDecimals(decimals: Int) throws {
    var plan = try EditedPlan.bangBua()
    plan.round(to: decimals) { $0["klong_made"] != nil }
    for number in [3, 40, 77, 120, 166, 201] { plan.change(plot: number) { $0["locked"] = true } }
    let outcome = try planned(plan)
    #expect(outcome.code == .done, "\(outcome.talk)")
    #expect(outcome.plots == 212)
    #expect(outcome.talk.contains("206 plots of the earlier plan stay as they were"))
    #expect(outcome.talk.contains("rounded by another program"))
  }

  /// The land was rounded with the plan, by up to six millimetres or centimetres: its own corners come back too, in
  /// whichever order the features stand.
  @Test(arguments: [7, 6], [false, true]) func aLargePlanSavedByQGIS(decimals: Int, isReversed: Bool) throws {
    var plan = try EditedPlan.bangBua()
    for number in [3, 40, 77, 120, 166, 201] { plan.change(plot: number) { $0["locked"] = true } }
    if isReversed { plan.features.reverse() }
    let outcome = try planned(savedByQGIS(plan, decimals: decimals))
    #expect(outcome.code == .done, "\(outcome.talk)")
    #expect(outcome.ownFaults.isEmpty)
    #expect(outcome.plots == 212)
    #expect(outcome.talk.contains("206 plots of the earlier plan stay as they were"), "\(outcome.talk)")
  }

  /// One plot is moved by a hand's breadth; its neighbours give way, and all others stay.
  @Test func oneMovedPlotMovesFewHomes() throws {
    var plan = try EditedPlan.bangBua()
    plan.move(plot: 100, east: 0.05, north: -0.1)
    let outcome = try planned(plan)
    #expect(outcome.ownFaults.isEmpty, "\(outcome.talk)")
    #expect(outcome.plots >= 205, "\(outcome.talk)")
    let stayed = outcome.talk.split(separator: "\n").first { $0.contains("of the earlier plan stay") }
      .flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
    #expect(stayed ?? 0 >= 195, "\(outcome.talk)")
  }

  @Test func aMovedPlotStaysToTheDigit() throws {
    var plan = try EditedPlan.first()
    plan.move(plot: 9, east: 0, north: 0.4)
    let outcome = try planned(plan)
    let before = try #require(plan.geometry(ofPlot: 9))
    #expect(outcome.edits?["changed"]?.int == 1)
    let after = outcome.plot(9)?["geometry"]?["coordinates"]?[0]?[0]?[1]?.double
    #expect(after == before)
    #expect(outcome.ownFaults.isEmpty, "\(outcome.talk)")
  }

  /// A plot beyond the site is kept, and the plan says that it is the person's edit that breaks the rule.
  @Test func aPlotBeyondTheSiteIsNamed() throws {
    var plan = try EditedPlan.first()
    plan.move(plot: 10, east: 12, north: 0)
    let outcome = try planned(plan)
    #expect(outcome.code == .findings)
    #expect(outcome.talk.contains("your edit: "))
    let rules = outcome.edits?["findings"]?.array?.compactMap { $0["rule"]?.string } ?? []
    #expect(rules.contains("outside-site"))
    #expect(outcome.ownFaults.isEmpty)
  }

  @Test func renumberedDeletedAndDrawn() throws {
    var plan = try EditedPlan.first()
    plan.change(plot: 4) { $0["number"] = 77 }
    plan.remove(plot: 6)
    plan.copy(plot: 2, east: 0, north: -0.1) { _ in ["kind": "plot"] }
    let outcome = try planned(plan)
    #expect(outcome.plot(77) != nil)
    #expect(outcome.talk.contains("taken out by hand"))
    #expect(outcome.edits?["renumbered"]?.int == 1)
    #expect(outcome.edits?["drawn"]?.int == 1)
    let numbers = outcome.features.filter { $0["properties"]?["kind"]?.string == "plot" }
      .map { $0["properties"]?["number"]?.int }
    #expect(!numbers.contains(nil), "a plot drawn without a number got none")
  }

  @Test(arguments: ["lane", "walkway", "shared"]) func aLockedWayOrPlaceStays(kind: String) throws {
    var plan = try EditedPlan.first()
    plan.change(first: kind) { $0["locked"] = true }
    let outcome = try planned(plan)
    #expect(outcome.code == .done, "\(outcome.talk)")
    #expect(outcome.features.contains { $0["properties"]?["locked"]?.bool == true })
  }

  /// A plan of other sizes is completed in its own sizes.
  @Test func itsOwnTermsCount() throws {
    try withTemporaryFolder { scratch in
      let (plan, next) = (scratch + "plan.geojson", scratch + "next.geojson")
      let words = ["plan", PlanAndCheckTests.first, "-o", plan.path, "--plot", "3x7", "--lane-width", "2"]
      #expect(run(words, CapturedConsole().console()) == .done)
      let captured = CapturedConsole()
      #expect(run(["plan", plan.path, "-o", next.path], captured.console()) == .done)
      #expect(captured.stderr.contains("3 x 7 m"), "\(captured.stderr)")
    }
  }
}
