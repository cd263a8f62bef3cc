import PROJ
import Testing

/// Other people's answers: PROJ's gie files and computed rows. Skipped, and said so, where the shared folder is missing.
@Suite struct ConformanceTests {
  @Test func everyCaseIsAnsweredAsExpected() throws {
    guard let file = try ConformanceFile.read() else {
      print("PROJ conformance: skipped, there is no ../shared/data/conformance/proj_cases.json")
      return
    }
    var passed = 0
    for (index, row) in file.cases.enumerated() {
      let complaint: String?
      do { complaint = try row.complaint() } catch { complaint = "\(error)" }
      if let complaint {
        Issue.record("case \(index): \(row.title): \(complaint)")
      } else {
        passed += 1
      }
    }
    print("PROJ conformance: \(passed) of \(file.cases.count) cases pass, none skipped")
    #expect(file.cases.count == file.count)
    #expect(passed == file.count)
  }
}
