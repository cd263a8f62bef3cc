import Foundation
import Testing

@testable import KlongCLI

@Suite struct InputFileTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 1_000_000]) func readsWhole(count: Int) throws {
    try withTemporaryFolder { folder in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      try Data(bytes).write(to: folder + "a")
      let input = try InputFile.read((folder + "a").path, maximumBytes: max(1, count))
      #expect(input.bytes == bytes)
      #expect(input.identity != nil)
      guard count > 1 else { return }
      let refusal = try #require(throws: Refusal.self) {
        try InputFile.read((folder + "a").path, maximumBytes: count - 1)
      }
      #expect(refusal.code == .limit)
      #expect(refusal.remedy.contains("--max-megabytes"))
    }
  }

  @Test(arguments: [
    ("missing", ExitCode.invalidInput, "no such file"), ("folder", .invalidInput, "folder"),
    ("file/a", .invalidInput, "no such file"), ("loop", .invalidInput, "cannot be opened"),
    (String(repeating: "x", count: 300), .invalidInput, "cannot be opened"),
  ])
  func refuses(name: String, code: ExitCode, problem: String) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder + "folder", withIntermediateDirectories: true)
      try Data().write(to: folder + "file")
      #expect(symlink("loop", (folder + "loop").path) == 0)
      let refusal = try #require(throws: Refusal.self) { try InputFile.read(folder.path + "/" + name) }
      #expect(refusal.code == code)
      #expect(refusal.problem.contains(problem), "\(refusal)")
    }
  }

  @Test(arguments: [FaultyFileSystem.Call.open, .read, .status], [EIO, ENOMEM]) func systemFails(
    call: FaultyFileSystem.Call, code: Int32
  ) throws {
    let faulty = FaultyFileSystem(failing: call, turn: 1, with: code)
    let refusal = try #require(throws: Refusal.self) {
      try InputFile.read(#filePath, maximumBytes: 1 << 20, option: "--x", files: faulty.files)
    }
    #expect(refusal.code == .fileSystem)
  }

  @Test(arguments: [FaultyFileSystem.Call.open, .read]) func interruptedCallsAreRepeated(
    call: FaultyFileSystem.Call
  ) throws {
    let faulty = FaultyFileSystem(failing: call, turn: 1, with: EINTR)
    let input = try InputFile.read(#filePath, maximumBytes: 1 << 20, option: "--x", files: faulty.files)
    #expect(input.bytes == Array(try Data(contentsOf: URL(fileURLWithPath: #filePath))))
  }

  @Test func shortReadsAreContinued() throws {
    var files = FileSystem.real
    files.read = { FileSystem.real.read($0, UnsafeMutableRawBufferPointer(rebasing: $1.prefix(97))) }
    let input = try InputFile.read(#filePath, maximumBytes: 1 << 20, option: "--x", files: files)
    #expect(input.bytes == Array(try Data(contentsOf: URL(fileURLWithPath: #filePath))))
  }

  /// An endless device is ended by the limit.
  @Test func endlessInput() throws {
    let refusal = try #require(throws: Refusal.self) {
      try InputFile.read("/dev/zero", maximumBytes: 1 << 20)
    }
    #expect(refusal.code == .limit)
    #expect(refusal.problem.contains("1 MB"))
  }

  /// FIPS 180-4's example, and nothing at all.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func digest(text: String, expected: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == expected)
  }
}
