import Foundation
import JSON
import Planning
import TestSupport
import Testing

@testable import KlongCLI

/// What a plan was asked for beyond one size of plot: from the options into the file and back.
@Suite(.serialized) struct SearchTermsTests {
  static let first = PlanAndCheckTests.first

  @Test func fromTheFileAndBack() throws {
    var terms = PlanTerms()
    terms.search.isRelaxed = true
    terms.search.sizes = [
      WantedPlots(size: PlotSize(frontageMetres: 4, depthMetres: 7)),
      WantedPlots(size: PlotSize(frontageMetres: 5, depthMetres: 8.5), count: 40),
    ]
    terms.search.places = [WantedPlace(use: "hall", squareMetres: 60)]
    terms.search.openSpace = .share(0.05)
    terms.search.spineWidthMetres = 4
    terms.search.fireReach = FireReach(reachMetres: 90, widthMetres: 4)
    terms.search.deadEndMetres = 40
    terms.search.courts = 3
    terms.search.courtWidthMetres = 8
    terms.search.flexMetres = 0.3
    terms.search.endLotMetres = 1
    terms.search.triesEntrance = true
    let again = PlanTerms(header: ["request": .object(terms.json)])
    #expect(again.search == terms.search)
    #expect(PlanTerms(header: ["request": .object(PlanTerms().json)]).search == SearchTerms())
  }

  /// What was not asked for is not named, so older plans keep their bytes.
  @Test func nothingAskedNothingNamed() {
    #expect(PlanTerms().json.names.last == "canal_width_m")
  }

  @Test(arguments: [
    (["--plot", "4x7:0"], "not a count"), (["--plot", "4x7,4x7"], "not a list of sizes"),
    (["--plot", "4x7:5:6"], "not a list of sizes"), (["--place", "hall"], "not a place"),
    (["--place", "open:50"], "not a place"), (["--place", "hall:nan"], "not a place"),
    (["--open-space", "0%"], "not a quota"), (["--open-space", "inf"], "not a quota"),
    (["--spine-width", "1"], "out of range"), (["--fire-reach", "0"], "out of range"),
    (["--dead-end", "4"], "out of range"), (["--courts", "21"], "out of range"),
    (["--court-width", "1"], "out of range"), (["--courts", "2", "--plot", "4x7,5x8"], "several sizes"),
    (["--flex", "0"], "out of range"), (["--end-lot", "-1"], "out of range"),
  ])
  func refused(words: [String], stderr: String) {
    let captured = CapturedConsole()
    #expect(run(["plan", Self.first, "-o", "/dev/null"] + words, captured.console()) == .usage)
    #expect(captured.stderr.contains(stderr), "\(captured.stderr)")
  }

  /// The limit stands in the file, binds the check, and is taken up again.
  @Test func deadEndsAndCourts() throws {
    try withTemporaryFolder { scratch in
      let (plan, next) = (scratch + "plan.geojson", scratch + "next.geojson")
      let captured = CapturedConsole()
      let words = ["--dead-end", "30", "--courts", "1"]
      #expect(run(["plan", Self.first, "-o", plan.path] + words, captured.console()) == .done)
      #expect(captured.stderr.contains("courts: "), "\(captured.stderr)")
      #expect(run(["plan", plan.path, "-o", next.path], CapturedConsole().console()) == .done)
      for file in [plan, next] {
        let klong = try #require(try JSONDocument(parsing: Array(Data(contentsOf: file))).value["klong"])
        #expect(klong["request"]?["dead_end_m"]?.double == 30)
        #expect(klong["request"]?["courts"]?.int == 1)
        #expect(klong["measures"]?["courts"]?["wanted"]?.int == 1)
        #expect(run(["check", file.path], CapturedConsole().console()) == .done)
      }
    }
  }

  @Test func askedForToldAndChecked() throws {
    try withTemporaryFolder { scratch in
      let plan = scratch + "plan.geojson"
      let captured = CapturedConsole()
      let words = ["--relaxed", "--plot", "3x6,4x7:4", "--place", "hall:30"]
      #expect(run(["plan", Self.first, "-o", plan.path] + words, captured.console()) == .done)
      for text in ["4 x 7 m: 4 of 4 wished for", "the strict rule gives", "hall: "] {
        #expect(captured.stderr.contains(text), "\(captured.stderr)")
      }
      let klong = try #require(try JSONDocument(parsing: Array(Data(contentsOf: plan))).value["klong"])
      #expect(klong["request"]?["relaxed"]?.bool == true)
      #expect(klong["request"]?["plots"]?.array?.count == 2)
      #expect(klong["measures"]?["plots_relaxed"]?.int == klong["measures"]?["plots"]?.int)
      #expect(klong["measures"]?["plots_strict"]?.int != nil)
      #expect(run(["check", plan.path], CapturedConsole().console()) == .done)
    }
  }
}
