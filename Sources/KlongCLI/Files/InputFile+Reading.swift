internal import Glibc

extension InputFile {
  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameter option: the option that moves the limit, named in the refusal.
  /// - Throws: exit 2 where the file is missing, a folder or forbidden, 75 past `maximumBytes`, 74 where reading fails.
  public static func read(
    _ path: String, maximumBytes: Int = standardMaximumBytes, option: String = "--max-megabytes"
  ) throws(Refusal) -> InputFile {
    try read(path, maximumBytes: maximumBytes, option: option, files: .real)
  }

  static func read(
    _ path: String, maximumBytes: Int, option: String, files: FileSystem
  ) throws(Refusal) -> InputFile {
    let found: InputFile?
    do throws(SystemFailure) {
      found = try read(path, maximumBytes, files)
    } catch {
      throw Refusal(reading: path, error)
    }
    guard let found else {
      throw Refusal(
        file: path, problem: "larger than \(maximumBytes >> 20) MB, the limit",
        remedy: "raise it with \(option), or split the file", code: .limit)
    }
    return found
  }

  /// Nil where the file is larger than the limit.
  private static func read(
    _ path: String, _ maximumBytes: Int, _ files: FileSystem
  ) throws(SystemFailure) -> InputFile? {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY
    let descriptor =
      path == "-" ? STDIN_FILENO : try SystemFailure.check("open") { files.open(path, flags, 0) }
    defer { if path != "-" { _ = files.close(descriptor) } }
    var status = stat()
    _ = try SystemFailure.check("stat") { files.status(descriptor, &status) }
    if status.isFolder { throw SystemFailure(call: "read", code: EISDIR) }
    let announced = status.isRegularFile ? max(0, Int(status.st_size)) : 0
    guard announced <= maximumBytes,
      let bytes = try allBytes(of: descriptor, announced: announced, limit: maximumBytes, files)
    else { return nil }
    return InputFile(path: path, bytes: bytes, identity: status.isRegularFile ? FileIdentity(status) : nil)
  }

  /// Reads to the end: one buffer for a regular file, a doubling one for a pipe or a file that grows meanwhile.
  private static func allBytes(
    of descriptor: Int32, announced: Int, limit: Int, _ files: FileSystem
  ) throws(SystemFailure) -> [UInt8]? {
    // One byte more than announced, so that the end of the file is met without a second buffer.
    var bytes = try more(than: [], room: max(announced + 1, announced == 0 ? 1 << 16 : 0), descriptor, files)
    while bytes.ended == false {
      if bytes.read.count > limit { return nil }
      bytes = try more(than: bytes.read, room: max(bytes.read.count, 1 << 16), descriptor, files)
    }
    return bytes.read.count > limit ? nil : bytes.read
  }

  /// The bytes so far and up to `room` new ones.
  private static func more(
    than start: [UInt8], room: Int, _ descriptor: Int32, _ files: FileSystem
  ) throws(SystemFailure) -> (read: [UInt8], ended: Bool) {
    var failure: SystemFailure?
    var ended = false
    let bytes = [UInt8](unsafeUninitializedCapacity: start.count + room + padding) { buffer, count in
      count = buffer[..<start.count].update(fromContentsOf: start)
      let end = start.count + room
      do throws(SystemFailure) {
        while count < end {
          let free = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<end])
          let got = try SystemFailure.check("read") { files.read(descriptor, free) }
          if got == 0 {
            ended = true
            return
          }
          count += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (bytes, ended)
  }
}
