import GEOS
import Geometry
import Testing

/// Other people's answers: GEOS's own XML cases. Skipped, and said so, where the shared folder is missing.
@Suite struct ConformanceTests {
  @Test func everyCaseIsAnsweredAsExpected() throws {
    guard let cases = try ConformanceFile.read()?.cases else {
      print("GEOS conformance: skipped, there is no ../shared/data/conformance/geos_cases.json")
      return
    }
    var passed = 0
    var skipped = 0
    for row in cases {
      let name = "\(row.op) \(row.desc ?? "") \(row.a.prefix(200))"
      do {
        guard let answer = try row.run() else {
          skipped += 1
          continue
        }
        let complaint = try row.complaint(about: answer)
        #expect(complaint == nil, "\(name)")
        if complaint == nil { passed += 1 }
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
    print("GEOS conformance: \(passed) of \(cases.count) passed, \(skipped) skipped")
    #expect(passed == cases.count)
  }
}
