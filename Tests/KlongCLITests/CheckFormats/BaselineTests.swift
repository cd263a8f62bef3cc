import Foundation
import JSON
import Testing

@testable import KlongCLI

/// An earlier check as the baseline: known, new, worse, ended.
@Suite struct BaselineTests {
  private static func baseline(_ made: PipelineCase) throws -> IntakeFile {
    try IntakeFile(try made.check("json").stdout, name: "old.json")
  }

  private static func states(_ value: JSONValue) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in value["findings"]?.array ?? [] {
      counts[finding["state"]?.string ?? "none", default: 0] += 1
    }
    counts["ended"] = value["ended"]?.array?.count
    return counts
  }

  @Test func twiceIsDone() throws {
    let old = try Self.baseline(PipelineCase())
    let again = try PipelineCase().check("json", "--baseline", old.path)
    #expect(again.code == .done)
    #expect(Self.states(try again.json()) == ["known": 4, "ended": 0])
    #expect(again.stderr.contains("0 new, 0 worse, 4 known, 0 ended"))
  }

  @Test func theOrderOfTheFileIsNothing() throws {
    let old = try Self.baseline(PipelineCase())
    let turned = try PipelineCase(isReversed: true).check("json", "--baseline", old.path)
    #expect(turned.code == .done)
    #expect(Self.states(try turned.json()) == ["known": 4, "ended": 0])
  }

  @Test func onlyNewAndWorseFail() throws {
    let old = try Self.baseline(PipelineCase())
    var changed = PipelineCase()
    changed.metres[0].metres = 0.5
    let worse = try changed.check("json", "--baseline", old.path)
    #expect(worse.code == .findings)
    #expect(Self.states(try worse.json()) == ["known": 3, "worse": 1, "ended": 0])
    changed.metres[0].metres = 1.5
    #expect(try changed.check("json", "--baseline", old.path).code == .done)
    changed.metres[0].metres = 1
    changed.metres[2].metres = 2
    changed.metres[3].metres = 8
    let new = try changed.check("sarif", "--baseline", old.path)
    #expect(new.code == .findings)
    #expect(SARIFRules.problems(in: try new.json()) == [])
    let states = (try new.json())["runs"]?.array?.first?["results"]?.array?.compactMap {
      $0["baselineState"]?.string
    }
    #expect(states?.sorted() == ["absent", "new", "unchanged", "unchanged", "unchanged"])
  }

  @Test(arguments: ["{}", "[]", "x", #"{"findings":[{"rule":"a"}]}"#])
  func refusesWhatIsNoCheck(text: String) throws {
    let file = try IntakeFile(text, name: "old.json")
    #expect(try PipelineCase().check("json", "--baseline", file.path).code == .invalidInput)
  }
}
