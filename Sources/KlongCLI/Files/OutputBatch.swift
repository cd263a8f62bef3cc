/// Several outputs that belong together: all temporaries are written first, then put in place in the order written.
///
/// Without `commit()` nothing is put in place and nothing is left behind.
public final class OutputBatch {
  private let console: Console
  private let inputs: [FileIdentity?]
  private let files: FileSystem
  private var written: [TemporaryFile] = []

  public convenience init(console: Console, protecting inputs: [FileIdentity?]) {
    self.init(console: console, protecting: inputs, files: .real)
  }

  init(console: Console, protecting inputs: [FileIdentity?], files: FileSystem) {
    self.console = console
    self.inputs = inputs
    self.files = files
  }

  deinit { for file in written { file.discard() } }

  /// Writes one output; `-` and devices take the bytes at once.
  ///
  /// - Parameter isPrivate: nobody but the owner may read the file, whatever the mode of the one it replaces; a pipe or
  ///   standard output, whose readers nobody knows, is refused.
  public func write<Answer>(
    _ path: String, isPrivate: Bool = false, _ body: (OutputSink) throws -> Answer
  ) throws -> Answer {
    let target = try OutputTarget(path, protecting: inputs, files: files)
    if isPrivate { try target.requireFile() }
    switch target.kind {
    case .standardOutput:
      return try body(console.sink)
    case .device:
      return try writeDevice(target, body)
    case .file(let existing):
      guard !written.contains(where: { $0.target.path == target.path }) else {
        throw Refusal(
          file: path, problem: "two outputs have this name", remedy: "give each a name of its own",
          code: .usage)
      }
      let temporary = try TemporaryFile(for: target, existing: existing, files, isPrivate: isPrivate)
      written.append(temporary)
      let answer = try body(OutputSink { bytes throws(Refusal) in try temporary.write(bytes) })
      try temporary.finish()
      return answer
    }
  }

  /// Puts every output in place. Where one cannot be, those before it are put back.
  ///
  /// A signal that arrives meanwhile waits until the end: it takes microseconds and leaves all outputs of one run.
  public func commit() throws(Refusal) {
    let files = written
    written = []
    defer { for file in files { file.discard() } }
    LeftoverRegistry.holdSignals()
    defer { LeftoverRegistry.releaseSignals() }
    for (index, file) in files.enumerated() {
      do throws(Refusal) {
        try file.putInPlace()
      } catch {
        for earlier in files[...index].reversed() { earlier.putBack() }
        throw error
      }
    }
    for file in files { file.forgetOld() }
  }

  private func writeDevice<Answer>(
    _ target: OutputTarget, _ body: (OutputSink) throws -> Answer
  ) throws -> Answer {
    let device = try Device(target, files)
    let answer = try body(OutputSink { bytes throws(Refusal) in try device.write(bytes) })
    try device.finish()
    return answer
  }
}
