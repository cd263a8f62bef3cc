import Foundation
import Testing

@testable import KlongCLI

/// Promises 8 and 9: all or nothing, whichever call fails.
@Suite struct OutputFaultTests {
  static let rows: [(FaultyFileSystem.Call, Int32)] = [
    (.open, EACCES), (.open, ENOSPC), (.open, EROFS), (.write, ENOSPC), (.write, EDQUOT), (.write, EFBIG),
    (.write, EIO), (.synchronise, EIO), (.close, EIO), (.rename, EROFS), (.rename, EIO), (.status, EIO),
    (.changeMode, EPERM),
  ]

  /// Fails the first call of its kind, then the second, and so on until none fails any more.
  @Test(arguments: rows) func everyCallInTurn(call: FaultyFileSystem.Call, code: Int32) throws {
    var turn = 1
    while try !succeeds(failing: call, turn: turn, code) {
      turn += 1
      try #require(turn < 50)
    }
    #expect(turn > 1, "no such call was made")
  }

  /// Whether two outputs were written because the fault did not come.
  private func succeeds(failing call: FaultyFileSystem.Call, turn: Int, _ code: Int32) throws -> Bool {
    try withTemporaryFolder { folder in
      let (first, second) = (folder + "first", folder + "second")
      for file in [first, second] { try makeOld(file) }
      let faulty = FaultyFileSystem(failing: call, turn: turn, with: code)
      do {
        try write([first, second], faulty.files)
        #expect(!faulty.hasFailed || isHarmless(call, turn, code), "\(call) \(turn) failed in silence")
      } catch {
        let refusal = try #require(error as? Refusal)
        #expect(refusal.code == .fileSystem)
        #expect(refusal.text.count { $0 == "\n" } == 2)
        for file in [first, second] { try expectOld(file) }
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["first", "second"])
      return !faulty.hasFailed
    }
  }

  /// The folders are opened to be synced after the two files: that they cannot be, or how they close, changes nothing.
  private func isHarmless(_ call: FaultyFileSystem.Call, _ turn: Int, _ code: Int32) -> Bool {
    turn > 2 && (call == .close || call == .open && code == EACCES)
  }

  private func makeOld(_ file: URL) throws {
    try Data("old".utf8).write(to: file)
    #expect(chmod(file.path, 0o640) == 0)
  }

  private func expectOld(_ file: URL) throws {
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    #expect(try mode(of: file) == 0o640)
  }

  private func write(_ files: [URL], _ system: FileSystem) throws {
    let batch = OutputBatch(console: .silent(), protecting: [], files: system)
    for file in files {
      try batch.write(file.path) { sink in
        // More than the buffer holds, so that there are several writes.
        for _ in 0..<10 { try sink.write([UInt8](repeating: 65, count: 100_000)) }
      }
    }
    try batch.commit()
  }

  @Test(arguments: [FaultyFileSystem.Call.open, .write, .synchronise, .rename])
  func interruptedCallsAreRepeated(call: FaultyFileSystem.Call) throws {
    try withTemporaryFolder { folder in
      try write([folder + "a"], FaultyFileSystem(failing: call, turn: 1, with: EINTR).files)
      #expect(try Data(contentsOf: folder + "a").count == 1_000_000)
    }
  }

  @Test func shortWritesAreContinued() throws {
    var files = FileSystem.real
    files.write = { FileSystem.real.write($0, UnsafeRawBufferPointer(rebasing: $1.prefix(777))) }
    try withTemporaryFolder { folder in
      try write([folder + "a"], files)
      #expect(try Data(contentsOf: folder + "a") == Data(repeating: 65, count: 1_000_000))
    }
  }

  @Test func writeOfNothingIsAFailure() throws {
    var files = FileSystem.real
    files.write = { _, _ in 0 }
    try withTemporaryFolder { folder in
      #expect(throws: Refusal.self) { try write([folder + "a"], files) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.isEmpty)
    }
  }
}

func mode(of file: URL) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
  return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
