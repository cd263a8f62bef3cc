import Synchronization

@testable import KlongCLI

/// A console whose words stay in memory.
final class CapturedConsole: Sendable {
  private let bytes = Mutex<[Int32: [UInt8]]>([:])
  private let clock = Mutex(ContinuousClock.now)

  func console(quiet: Bool = false, json: Bool = false, isTerminal: Bool = false) -> Console {
    var files = FileSystem.real
    files.write = { descriptor, part in
      self.bytes.withLock { $0[descriptor, default: []] += Array(part) }
      return part.count
    }
    return Console(
      quiet: quiet, json: json, isTerminal: isTerminal, files: files, now: { self.clock.withLock { $0 } })
  }

  func pass(_ time: Duration) { clock.withLock { $0 += time } }

  var stdout: String { text(1) }
  var stderr: String { text(2) }

  private func text(_ descriptor: Int32) -> String {
    bytes.withLock { String(decoding: $0[descriptor] ?? [], as: UTF8.self) }
  }
}
