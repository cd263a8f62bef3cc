/// One output, written whole or not at all.
///
/// The bytes go to a temporary file beside the target, which takes the target's place only after all of them are on the
/// disk. A file that was there keeps its mode, a new one is private (0600); a symbolic link stays, and the file it leads
/// to is replaced. `-` is standard output, which cannot be atomic.
public enum OutputFile {
  /// - Parameters:
  ///   - inputs: the files read, none of which may be the target.
  ///   - isPrivate: as ``OutputBatch/write(_:isPrivate:_:)`` says.
  /// - Throws: what `body` throws; exit 64 where the target is an input; 74 where the file system fails.
  public static func write<Answer>(
    _ path: String, console: Console, protecting inputs: [FileIdentity?], isPrivate: Bool = false,
    _ body: (OutputSink) throws -> Answer
  ) throws -> Answer {
    let batch = OutputBatch(console: console, protecting: inputs)
    let answer = try batch.write(path, isPrivate: isPrivate, body)
    try batch.commit()
    return answer
  }

  /// Finds out before the work begins whether the target can be written.
  public static func check(_ path: String, protecting inputs: [FileIdentity?]) throws(Refusal) {
    _ = try OutputTarget(path, protecting: inputs, files: .real)
  }
}
