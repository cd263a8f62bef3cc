import Foundation
import Synchronization

@testable import KlongCLI

/// A real file system of which one call fails, as SQLite tests its own.
final class FaultyFileSystem: Sendable {
  enum Call: String, Sendable, CaseIterable {
    case open, read, write, synchronise, close, rename, status, changeMode
  }

  private let faulty: Call
  private let turn: Int
  private let code: Int32
  private let seen = Mutex(0)

  /// Makes the `turn`-th call of this kind fail, counted from 1.
  init(failing faulty: Call, turn: Int, with code: Int32) {
    self.faulty = faulty
    self.turn = turn
    self.code = code
  }

  /// Whether the call that should fail was reached.
  var hasFailed: Bool { seen.withLock { $0 >= turn } }

  private func fails(_ call: Call) -> Bool {
    guard call == faulty else { return false }
    let number = seen.withLock { seen in
      seen += 1
      return seen
    }
    guard number == turn else { return false }
    errno = code
    return true
  }

  var files: FileSystem {
    let real = FileSystem.real
    var files = real
    files.open = { self.fails(.open) ? -1 : real.open($0, $1, $2) }
    files.read = { self.fails(.read) ? -1 : real.read($0, $1) }
    files.write = { self.fails(.write) ? -1 : real.write($0, $1) }
    files.synchronise = { self.fails(.synchronise) ? -1 : real.synchronise($0) }
    // A close that fails has closed all the same.
    files.close = { descriptor in
      let result = real.close(descriptor)
      return self.fails(.close) ? -1 : result
    }
    files.rename = { self.fails(.rename) ? -1 : real.rename($0, $1) }
    files.status = { self.fails(.status) ? -1 : real.status($0, &$1) }
    files.changeMode = { self.fails(.changeMode) ? -1 : real.changeMode($0, $1) }
    return files
  }
}
