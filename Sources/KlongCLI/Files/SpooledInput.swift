internal import Glibc

/// Standard input made readable twice.
enum SpooledInput {
  /// Puts what comes through a pipe into a file without a name, and that one in the place of standard input.
  ///
  /// Nobody else can open it, and it is gone when we end. What already is a file stays.
  /// - Throws: exit 75 past `maximumBytes`, 74 where the disk is full.
  static func makeSeekable(maximumBytes: Int) throws(Refusal) {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, !status.isRegularFile else { return }
    do throws(SystemFailure) {
      let descriptor = try SystemFailure.check("open") { open() }
      defer { close(descriptor) }
      guard try copy(to: descriptor, atMost: maximumBytes) else {
        throw SystemFailure(call: "read", code: EFBIG)
      }
      _ = try SystemFailure.check("seek") { Int32(truncatingIfNeeded: lseek(descriptor, 0, SEEK_SET)) }
      _ = try SystemFailure.check("dup") { dup2(descriptor, STDIN_FILENO) }
    } catch {
      guard error.code == EFBIG else { throw Refusal(reading: "-", error) }
      throw Refusal(
        file: "-", problem: "larger than \(maximumBytes >> 20) MB, the limit",
        remedy: "raise it with --max-megabytes, or split the file", code: .limit)
    }
  }

  private static func open() -> Int32 {
    var name = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/.klong-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    if descriptor >= 0 { unlink(name) }
    return descriptor
  }

  /// False where more comes than is allowed.
  private static func copy(to descriptor: Int32, atMost most: Int) throws(SystemFailure) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let count = try SystemFailure.check("read") { Glibc.read(STDIN_FILENO, &piece, piece.count) }
      if count == 0 { return true }
      total += count
      guard total <= most else { return false }
      var done = 0
      while done < count {
        done += try SystemFailure.check("write") {
          piece.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, count - done) }
        }
      }
    }
  }
}
