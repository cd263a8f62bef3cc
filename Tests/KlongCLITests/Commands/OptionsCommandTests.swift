import Foundation
import JSON
import Planning
import TestSupport
import Testing

@testable import KlongCLI

@Suite struct OptionsCommandTests {
  static let first = SharedData.packageFolder.appendingPathComponent(
    "SampleData/first-plan/settlement.geojson"
  ).path

  @Test(arguments: [
    ("plan.geojson", "plan-A.geojson"), ("a/b.c/plan.geojson", "a/b.c/plan-A.geojson"), ("plan", "plan-A"),
    ("a.b/plan", "a.b/plan-A"), (".hidden", ".hidden-A"), ("x.tar.gz", "x.tar-A.gz"),
  ])
  func names(output: String, name: String) {
    #expect(PlanRun.optionFile(output, 0) == name)
  }

  /// Each option is a whole plan that its own check and a later one find good, and tells of the others.
  @Test func writesCheckedPlans() throws {
    try withTemporaryFolder { folder in
      let captured = CapturedConsole()
      #expect(
        run(["plan", Self.first, "-o", (folder + "plan.geojson").path, "--options", "3"], captured.console())
          == .done)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(files.first == "plan-A.geojson")
      #expect((2...3).contains(files.count), "\(files) \(captured.stderr)")
      if files.count < 3 { #expect(captured.stderr.contains("of the 3 asked for")) }
      for (index, file) in files.enumerated() {
        let path = (folder + file).path
        #expect(run(["check", path], CapturedConsole().console()) == .done)
        let root = try JSONDocument(parsing: Array(Data(contentsOf: folder + file))).value
        let option = try #require(root["klong"]?["option"])
        #expect(option["letter"]?.string == ["A", "B", "C"][index])
        #expect(option["options"]?.array?.count == files.count)
        #expect(option["options"]?.array?[index]["file"]?.string == file)
        #expect(root["klong"]?["lights"]?["walk_road_mean_m"]?["unit"]?.string == "m")
        for (letter, place) in [("A", 0), ("B", 1)] where place != index {
          #expect(option["distance"]?[letter]?.double ?? 0 >= 0.1)
        }
      }
      let first = (folder + "plan-A.geojson").path
      #expect(
        run(["compare", first, (folder + "plan-B.geojson").path], CapturedConsole().console()) == .done)
    }
  }

  @Test(arguments: [
    (["--options", "1", "-o", "x"], "out of range"), (["--options", "10", "-o", "x"], "out of range"),
    (["--options", "3", "-o", "-"], "do not go into one output"),
  ])
  func refused(words: [String], stderr: String) {
    let captured = CapturedConsole()
    #expect(run(["plan", Self.first] + words, captured.console()) == .usage)
    #expect(captured.stderr.contains(stderr), "\(captured.stderr)")
  }

  @Test func measuresOnDemand() throws {
    let plan = SharedData.packageFolder.appendingPathComponent("SampleData/first-plan/plan.geojson").path
    let plain = CapturedConsole()
    #expect(run(["check", plan], plain.console()) == .done)
    #expect(!plain.stdout.contains("walk to a public road"))
    let measured = CapturedConsole()
    #expect(run(["check", plan, "--measures"], measured.console()) == .done)
    #expect(measured.stdout.contains("walk to a public road, mean"))
    let json = CapturedConsole()
    #expect(run(["check", plan, "--measures", "--format", "json"], json.console()) == .done)
    let root = try JSONDocument(parsing: Array(json.stdout.utf8)).value
    #expect(root["measures"]?["homes"]?.int == 10)
    #expect(root["lights"]?["circulation_pct"]?["norms"]?.array?.count == 2)
  }
}

/// The article on measures and the table that the program uses say the same.
@Suite struct MeasuresArticleTests {
  @Test func everyMeasureStandsInTheArticle() throws {
    let article = try String(
      contentsOf: SharedData.packageFolder.appendingPathComponent(
        "Sources/KlongCLI/KlongCLI.docc/Measures.md"),
      encoding: .utf8)
    for definition in MeasureDefinition.all {
      let row =
        "| `\(definition.id.rawValue)` | \(definition.name) | \(definition.formula) | \(definition.unit.rawValue) |"
      #expect(article.contains(row), "\(row)")
      for norm in definition.norms {
        #expect(
          article.contains("\(norm.text) (\(norm.source); \(norm.confidence.rawValue))"), "\(norm.text)")
      }
    }
  }
}
