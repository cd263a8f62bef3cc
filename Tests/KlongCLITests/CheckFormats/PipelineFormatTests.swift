import Foundation
import FoundationXML
import JSON
import Testing

@testable import KlongCLI

/// The formats for pipelines and spreadsheets, with names that try to be something else.
@Suite struct PipelineFormatTests {
  @Test func sarifHoldsToItsSchema() throws {
    let outcome = try PipelineCase().check("sarif")
    let log = try outcome.json()
    #expect(SARIFRules.problems(in: log) == [])
    let results = log["runs"]?.array?.first?["results"]?.array ?? []
    #expect(results.count(where: { $0["level"]?.string == "error" }) == 3)
    #expect(results.count(where: { $0["level"]?.string == "warning" }) == 1)
    // One feature a line: the canals are on lines 1 and 2, the unknown house on 3.
    let lines = results.map {
      $0["locations"]?.array?.first?["physicalLocation"]?["region"]?["startLine"]?.int
    }
    #expect(lines.compactMap { $0 }.sorted() == [3, 4, 5, 7])
    #expect(outcome.code == .findings)
  }

  /// What the rules find in logs that break them.
  @Test(arguments: [
    (#""level": "error""#, #""level": "bad""#), ("\"version\": \"2.1.0\"", "\"version\": \"2.0\""),
    (#""startLine": 4"#, #""startLine": 0"#), (#""ruleIndex": 0"#, #""ruleIndex": 7"#),
  ])
  func theRulesCanFail(right: String, wrong: String) throws {
    let text = try PipelineCase().check("sarif").stdout
    #expect(text.contains(right))
    let broken = try JSONDocument(parsing: Array(text.replacingOccurrences(of: right, with: wrong).utf8))
      .value
    #expect(!SARIFRules.problems(in: broken).isEmpty)
  }

  @Test func junitIsXMLWithRightCounts() throws {
    let reader = JUnitReader()
    let outcome = try PipelineCase().check("junit")
    #expect(reader.read(outcome.stdout))
    #expect(reader.cases == 5)
    #expect(reader.failures == 3)
    #expect(reader.skipped == 1)
    for suite in reader.counts {
      #expect(
        suite["tests"] == "5" && suite["failures"] == "3" && suite["skipped"] == "1" && suite["errors"] == "0"
      )
    }
  }

  @Test func csvRunsNothing() throws {
    let text = try PipelineCase().check("csv").stdout
    let rows = text.dropFirst().components(separatedBy: "\r\n").dropLast()
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(rows.count == 5)
    #expect(text.contains(",\"'=cmd|"))
    for row in rows {
      let cells = CSVReader.cells(row)
      #expect(cells.count == 20)
      #expect(cells.allSatisfy { cell in !["=", "+", "@", "\t"].contains(cell.first) })
      #expect(cells.allSatisfy { $0.first != "-" || Double($0) != nil })
    }
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "\"'\ta\""), ("a,b", "\"a,b\""),
    ("a\"b", "\"a\"\"b\""), ("a=b", "a=b"), ("", ""), ("＝1", "'＝1"),
  ])
  func cells(text: String, cell: String) { #expect(CSV.cell(text) == cell) }

  @Test func annotationsStayOnTheirLines() throws {
    let text = try PipelineCase().check("github").stdout
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.prefix(3).allSatisfy { $0.hasPrefix("::error file=") })
    #expect(lines[3].hasPrefix("::warning file="))
    #expect(lines[4].hasPrefix("::notice title=klong check::"))
    #expect(lines.dropLast().allSatisfy { $0.contains(",line=") && $0.contains("a b.geojson") })
    #expect(text.contains("%250A%0A::error::"))
  }

  @Test func everyFeatureIsALine() throws {
    let text = try PipelineCase().check("geojsonl").stdout
    let lines = text.split(separator: "\n")
    #expect(lines.count == 7)
    for line in lines {
      #expect((try JSONDocument(parsing: Array(line.utf8)).value)["type"]?.string == "Feature")
    }
    #expect(lines.count { $0.contains(#""klong_setback":"breach""#) } == 3)
  }

  @Test(arguments: [("breach", true), ("unknown", true), ("too_close,exempt", false), ("norm", false)])
  func failsOnWhatIsAsked(verdicts: String, fails: Bool) throws {
    let code = try PipelineCase().check("json", "--fail-on", verdicts).code
    #expect(code == (fails ? .findings : .done))
  }

  @Test func sumsUpByAProperty() throws {
    let groups = (try PipelineCase().check("json", "--by", "house_no").json())["by"]?.array ?? []
    #expect(groups.map { $0["value"]?.string } == [nil, "@SUM(1)"])
    #expect(groups.map { $0["checked"]?.int } == [4, 1])
    #expect(groups.map { $0["breaches"]?.int } == [3, 0])
    #expect(groups.map { $0["unknown"]?.int } == [0, 1])
    #expect(try PipelineCase().check("text", "--by", "house_no").stdout.contains("Buildings by house_no"))
  }

  @Test func unknownVerdictsAreRefused() throws {
    #expect(try PipelineCase().check("json", "--fail-on", "bad").code == .usage)
    #expect(try PipelineCase().check("json", "--fail-on", "ok").code == .usage)
  }
}

/// Counts what is in JUnit XML.
private final class JUnitReader: NSObject, XMLParserDelegate {
  var cases = 0
  var failures = 0
  var skipped = 0
  var counts: [[String: String]] = []

  func read(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "testsuites", "testsuite": counts.append(attributes)
    case "testcase":
      cases += 1
      if attributes["name"]?.isEmpty != false || attributes["classname"]?.isEmpty != false {
        parser.abortParsing()
      }
    case "failure": failures += 1
    case "skipped": skipped += 1
    default: break
    }
  }
}

/// The cells of one row of comma-separated values.
private enum CSVReader {
  static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var wasQuote = false
    for character in row {
      if character == "\"" {
        if !isQuoted, wasQuote { cells[cells.count - 1].append("\"") }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      if character == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(character) }
    }
    return cells
  }
}
