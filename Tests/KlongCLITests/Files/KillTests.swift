import Foundation
import Testing

/// Promise 8: a run that is killed at any moment leaves whole files, and no temporary where it could clean up.
///
/// 40 kills a signal here; `KLONG_KILLS=250` makes the thousand of the promise.
@Suite struct KillTests {
  static let kills = ProcessInfo.processInfo.environment["KLONG_KILLS"].flatMap { Int($0) } ?? 40

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL]) func killedAtRandomMoments(signal: Int32) throws {
    try withTemporaryFolder { folder in
      let files = [folder + "first", folder + "second"]
      for file in files {
        try Data(repeating: UInt8(ascii: "A"), count: 1 << 20).write(to: file)
        #expect(chmod(file.path, 0o640) == 0)
      }
      for _ in 0..<Self.kills { try killOnce(signal, files, in: folder) }
    }
  }

  private func killOnce(_ signal: Int32, _ files: [URL], in folder: URL) throws {
    let process = Process()
    process.executableURL = KlongProcess.folder + "OutputLoop"
    process.arguments = files.map(\.path)
    try process.run()
    usleep(UInt32.random(in: 20_000...80_000))
    kill(process.processIdentifier, signal)
    let watchdog = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 20, execute: watchdog)
    process.waitUntilExit()
    watchdog.cancel()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    let letters = try files.map { file in
      let bytes = try Data(contentsOf: file)
      #expect(bytes.count == 1 << 20)
      #expect(bytes == Data(repeating: bytes.first ?? 0, count: 1 << 20), "a torn file")
      #expect(try mode(of: file) == 0o640)
      return bytes.first
    }
    let leftovers = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(".")
    }
    if signal == SIGKILL {
      for name in leftovers { try FileManager.default.removeItem(at: folder + name) }
    } else {
      #expect(leftovers == [])
      // A signal waits while the outputs of one run are put in place.
      #expect(letters.first == letters.last, "outputs of two runs")
    }
  }
}
