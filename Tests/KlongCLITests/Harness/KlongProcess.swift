import Foundation
import TestSupport

/// Runs the real program, as a person would.
enum KlongProcess {
  struct Outcome {
    /// The exit status, or the signal's number below zero.
    let status: Int32
    let stdout: String
    let stderr: String
  }

  /// Where the tests and `klong` were built.
  static let folder: URL = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let words = CommandLine.arguments
    let bundle = words.firstIndex(of: "--test-bundle-path").flatMap { words.dropFirst($0 + 1).first }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let standard = SharedData.packageFolder.appendingPathComponent(".build/debug")
    let folders = [bundle, own, standard].compactMap { $0 }
    return folders.first {
      FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("klong").path)
    } ?? standard
  }()

  static var program: URL { folder.appendingPathComponent("klong") }

  /// `klong` with these arguments; standard input is empty unless given.
  static func run(
    _ arguments: [String], stdin: [UInt8] = [], environment: [String: String] = [:], in directory: URL? = nil
  ) throws -> Outcome {
    try start(program, arguments, stdin: stdin, environment: environment, in: directory)
  }

  /// A line of bash in which `$KLONG` is the program: for pipes and redirections.
  static func shell(_ line: String, in directory: URL? = nil) throws -> Outcome {
    try start(
      URL(fileURLWithPath: "/bin/bash"), ["-c", line], environment: ["KLONG": program.path], in: directory)
  }

  /// Output goes through files, so that nothing waits for a full pipe; a run of more than two minutes is ended.
  private static func start(
    _ program: URL, _ arguments: [String], stdin: [UInt8] = [], environment: [String: String],
    in directory: URL?
  ) throws -> Outcome {
    try withTemporaryFolder { folder in
      let (input, output, talk) = (folder + "in", folder + "out", folder + "talk")
      for (file, bytes) in [(input, stdin), (output, []), (talk, [])] { try Data(bytes).write(to: file) }
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      if let directory { process.currentDirectoryURL = directory }
      process.standardInput = try FileHandle(forReadingFrom: input)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: talk)
      try process.run()
      let watchdog = DispatchWorkItem { process.terminate() }
      DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watchdog)
      process.waitUntilExit()
      watchdog.cancel()
      let status = process.terminationStatus
      return Outcome(
        status: process.terminationReason == .uncaughtSignal ? -status : status,
        stdout: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        stderr: String(decoding: try Data(contentsOf: talk), as: UTF8.self))
    }
  }
}

/// A folder of its own, gone afterwards.
func withTemporaryFolder<Answer>(_ body: (URL) throws -> Answer) throws -> Answer {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("klong-test-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

func + (folder: URL, name: String) -> URL { folder.appendingPathComponent(name) }
