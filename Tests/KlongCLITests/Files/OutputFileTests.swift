import Foundation
import Testing

@testable import KlongCLI

@Suite struct OutputFileTests {
  private func write(_ path: String, _ text: String = "new", protecting inputs: [FileIdentity?] = []) throws {
    try OutputFile.write(path, console: .silent(), protecting: inputs) { try $0.write(text) }
  }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func newFileIsPrivate() throws {
    try withTemporaryFolder { folder in
      try write((folder + "a").path)
      #expect(try text(folder + "a") == "new")
      #expect(try mode(of: folder + "a") == 0o600)
      #expect(try names(folder) == ["a"])
    }
  }

  @Test(arguments: [0o600, 0o644, 0o664, 0o755]) func modeIsKept(bits: Int) throws {
    try withTemporaryFolder { folder in
      try Data("old".utf8).write(to: folder + "a")
      #expect(chmod((folder + "a").path, mode_t(bits)) == 0)
      try write((folder + "a").path)
      #expect(try text(folder + "a") == "new")
      #expect(try mode(of: folder + "a") == bits)
      #expect(try names(folder) == ["a"])
    }
  }

  @Test(arguments: [true, false]) func linkStays(targetExists: Bool) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder + "deep", withIntermediateDirectories: true)
      if targetExists { try Data("old".utf8).write(to: folder + "deep/real") }
      #expect(symlink("middle", (folder + "link").path) == 0)
      #expect(symlink("deep/real", (folder + "middle").path) == 0)
      try write((folder + "link").path)
      #expect(try text(folder + "deep/real") == "new")
      #expect(try names(folder) == ["deep", "link", "middle"])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: (folder + "link").path) == "middle")
    }
  }

  /// The input by its own name, through a link, and by a second name.
  @Test(arguments: ["input", "link", "hard", "./input", "folder/../input"]) func inputIsSpared(name: String)
    throws
  {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder + "folder", withIntermediateDirectories: true)
      try Data("old".utf8).write(to: folder + "input")
      #expect(symlink("input", (folder + "link").path) == 0)
      #expect(link((folder + "input").path, (folder + "hard").path) == 0)
      let input = try InputFile.read((folder + "input").path)
      let path = folder.path + "/" + name
      let refusal = try #require(throws: Refusal.self) {
        try OutputFile.check(path, protecting: [input.identity])
      }
      #expect(refusal.code == .usage)
      #expect(throws: refusal) { try write(path, protecting: [nil, input.identity]) }
      #expect(try text(folder + "input") == "old")
    }
  }

  @Test(arguments: [
    ("missing/a", "make the folder"), ("folder", "name a file"),
    (String(repeating: "x", count: 300), "another name"), ("loop", "another name"),
    ("file/a", "make the folder"),
  ])
  func refusedTargets(name: String, remedy: String) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder + "folder", withIntermediateDirectories: true)
      try Data().write(to: folder + "file")
      #expect(symlink("loop", (folder + "loop").path) == 0)
      let path = folder.path + "/" + name
      let before = try names(folder)
      let refusal = try #require(throws: Refusal.self) { try write(path) }
      #expect(refusal.code == .fileSystem)
      #expect(refusal.remedy.contains(remedy), "\(refusal)")
      #expect(try names(folder) == before)
    }
  }

  @Test func errorInTheMiddleLeavesNothing() throws {
    struct Stop: Error {}
    try withTemporaryFolder { folder in
      try Data("old".utf8).write(to: folder + "a")
      #expect(throws: Stop.self) {
        try OutputFile.write((folder + "a").path, console: .silent(), protecting: []) { sink in
          try sink.write("half")
          throw Stop()
        }
      }
      #expect(try text(folder + "a") == "old")
      #expect(try names(folder) == ["a"])
    }
  }

  @Test func batchWithoutCommitLeavesNothing() throws {
    try withTemporaryFolder { folder in
      do {
        let batch = OutputBatch(console: .silent(), protecting: [])
        try batch.write((folder + "a").path) { try $0.write("x") }
      }
      #expect(try names(folder).isEmpty)
    }
  }

  @Test func twoOutputsOfOneName() throws {
    try withTemporaryFolder { folder in
      let batch = OutputBatch(console: .silent(), protecting: [])
      try batch.write((folder + "a").path) { try $0.write("x") }
      let refusal = try #require(throws: Refusal.self) {
        try batch.write((folder + "a").path) { try $0.write("y") }
      }
      #expect(refusal.code == .usage)
    }
  }

  @Test func emptyName() throws {
    let refusal = try #require(throws: Refusal.self) { try write("") }
    #expect(refusal.code == .usage)
  }

  @Test func devices() throws {
    try write("/dev/null")
    let refusal = try #require(throws: Refusal.self) { try write("/dev/full") }
    #expect(refusal.code == .fileSystem)
    #expect(refusal.problem.contains("No space left"))
  }

  @Test func minusIsStandardOutput() throws {
    let captured = CapturedConsole()
    let console = captured.console()
    try OutputFile.write("-", console: console, protecting: []) { try $0.write("data") }
    try console.output.flush()
    #expect(captured.stdout == "data")
  }
}
