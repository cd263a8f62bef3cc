import Foundation
import JSON
import Regulations
import TestSupport
import Testing

@testable import KlongCLI

@Suite struct RulesCommandTests {
  @Test func everyRuleIsShownWithItsGrounds() throws {
    let text = try RulesCommand.show("thailand-mr55", rules: [], .text, width: 80)
    let book = try RuleBook.builtIn("thailand-mr55")
    for rule in book.rules {
      #expect(text.contains("\n\(rule.id): "), "\(rule.id)")
      for source in rule.sources { #expect(text.contains(source.code)) }
    }
    let paragraphs = text.components(separatedBy: "\n\n").dropFirst()
    #expect(paragraphs.count == book.rules.count)
    for paragraph in paragraphs {
      for field in ["level", "asks", "binds", "clause", "confidence", "verified     NOT VERIFIED", "sources"]
      {
        #expect(paragraph.contains("\n  \(field)"), "\(field) of \(paragraph.prefix(30))")
      }
    }
    #expect(text.contains("the sources disagree"))
  }

  /// An address is not broken, so that it can be copied.
  @Test(arguments: [40, 80])
  func linesFitTheTerminal(width: Int) throws {
    let text =
      try RulesCommand.show("thailand-mr55", rules: [], .text, width: width)
      + RulesCommand.list(.text, width: width)
    for line in text.split(separator: "\n") where line.split(separator: " ").count > 2 {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func aBookForProgramsIsTheBook() throws {
    let text = try RulesCommand.show("thailand-mr55", rules: [], .json, width: 80)
    #expect(try RuleBook(parsing: Array(text.utf8), name: "copy") == RuleBook.builtIn("thailand-mr55"))
    let some = try RulesCommand.show("thailand-mr55", rules: ["row-gap", "row-units"], .json, width: 80)
    let rules = try JSONDocument(parsing: Array(some.utf8)).value["rules"]?.array
    #expect(rules?.compactMap { $0["id"]?.string } == ["row-gap", "row-units"])
  }

  @Test func theListIsJSON() throws {
    let list = try JSONDocument(parsing: Array(try RulesCommand.list(.json, width: 80).utf8)).value
    let books = list["books"]?.array ?? []
    #expect(books.compactMap { $0["id"]?.string } == RuleBook.builtInIdentifiers)
    #expect(books.allSatisfy { $0["verified"] == 0 })
  }

  @Test(arguments: [
    ("thailand-mr5", ExitCode.invalidInput, "did you mean \"thailand-mr55\""),
    ("no/such/book.json", .invalidInput, "check the name"), ("/", .invalidInput, "files"),
  ])
  func bookRefused(name: String, code: ExitCode, remedy: String) throws {
    let refusal = try #require(throws: Refusal.self) { try RuleBook.chosen(name) }
    #expect(refusal.code == code)
    #expect(refusal.remedy.contains(remedy))
  }

  @Test func strictNamesTheRuleThatWasMeant() throws {
    #expect(
      try RuleBook.chosen("thailand-mr55", lifting: ["row-plot-area"]).rule("row-plot-area")?.level == .must)
    let refusal = try #require(throws: Refusal.self) {
      try RuleBook.chosen("thailand-mr55", lifting: ["row-plot-aera"])
    }
    #expect(refusal.code == .usage)
    #expect(refusal.remedy.contains("row-plot-area"))
  }

  @Test(arguments: [
    (["rules", "list"], ExitCode.done), (["rules", "schema"], .done), (["rules", "show"], .usage),
    (["rules", "show", "thailand-mr55", "no-rule"], .usage), (["rules", "list", "more"], .usage),
    (["rules", "validate"], .usage), (["rules", "burn"], .usage), (["rules"], .usage),
    (["rules", "validate", "/nowhere/at/all.json"], .invalidInput),
    (["rules", "validate", "/nowhere/at/all.json", "--format", "json"], .invalidInput),
    (["rules", "validate", "thailand-mr55"], .done),
  ])
  func verdicts(words: [String], code: ExitCode) {
    var files = FileSystem.real
    files.write = { $1.count }
    #expect(run(words, Console(quiet: true, files: files)) == code, "\(words)")
  }

  @Test func aBrokenBookIsToldWhole() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("broken.json")
    try Data(#"{"format": 1, "id": "x", "ttile": "X", "rules": [{"id": "\u001b[2J"}]}"#.utf8).write(to: file)
    let written = Written()
    var files = FileSystem.real
    files.write = { written.add($0, $1) }
    #expect(run(["rules", "validate", file.path], Console(files: files)) == .invalidInput)
    let talk = written.text(of: 2)
    #expect(talk.contains("did you mean \"title\"") && talk.contains("rules[0].id"))
    #expect(talk.components(separatedBy: "what to do").count > 8)
    #expect(!talk.contains("\u{1b}"))
    #expect(written.text(of: 1).isEmpty)
  }
}

/// What went to each descriptor.
private final class Written: @unchecked Sendable {
  // because every access holds the lock
  private let lock = NSLock()
  private var bytes: [Int32: [UInt8]] = [:]

  func add(_ descriptor: Int32, _ part: UnsafeRawBufferPointer) -> Int {
    lock.withLock { bytes[descriptor, default: []] += Array(part) }
    return part.count
  }

  func text(of descriptor: Int32) -> String {
    lock.withLock { String(decoding: bytes[descriptor] ?? [], as: UTF8.self) }
  }
}
