internal import Glibc
internal import Synchronization

/// Standard output with every write looked at: full disks and closed descriptors are refusals, not silence.
///
/// A reader that closes the pipe wants no more: from then on bytes are dropped, and the verdict of the command stays.
final class StandardOutput: Sendable {
  private struct State: ~Copyable {
    var writer: DescriptorWriter
    var isUsed = false
    var isReaderGone = false
  }

  private let state: Mutex<State>
  private let files: FileSystem

  init(files: FileSystem) {
    self.files = files
    state = Mutex(State(writer: DescriptorWriter(STDOUT_FILENO, files)))
  }

  var isReaderGone: Bool { state.withLock { $0.isReaderGone } }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    try attempt { writer throws(SystemFailure) in try writer.write(bytes) }
  }

  func flush() throws(Refusal) {
    try attempt { writer throws(SystemFailure) in try writer.flush() }
  }

  /// Flushes and looks at what closing says: some file systems report a full disk only then.
  func finish() throws(Refusal) {
    guard state.withLock({ $0.isUsed && !$0.isReaderGone }) else { return }
    let files = files
    try attempt { writer throws(SystemFailure) in
      try writer.flush()
      // A copy is closed, so that the descriptor itself stays taken until the end.
      let copy = try SystemFailure.check("dup") { dup(writer.descriptor) }
      _ = try SystemFailure.check("close") { files.close(copy) }
    }
  }

  private func attempt(_ body: (inout DescriptorWriter) throws(SystemFailure) -> Void) throws(Refusal) {
    let failure: SystemFailure? = state.withLock { state in
      guard !state.isReaderGone else { return nil }
      state.isUsed = true
      do throws(SystemFailure) {
        try body(&state.writer)
        return nil
      } catch {
        state.isReaderGone = error.code == EPIPE
        return state.isReaderGone ? nil : error
      }
    }
    if let failure { throw Refusal(writing: "-", failure) }
  }
}
