internal import GeoJSON
internal import Glibc

/// A regular file that is read piece by piece.
final class InputStream {
  let path: String
  let identity: FileIdentity
  let byteCount: Int
  private let descriptor: Int32
  private let files: FileSystem
  /// Where in standard input the next byte stands: its own place is left alone, so that all can be read again.
  private var place: off_t?

  /// Nil for a pipe, a terminal or a folder, which cannot be read twice.
  init?(_ path: String, files: FileSystem = .real) throws(Refusal) {
    self.path = path
    self.files = files
    guard path != "-" else {
      var status = stat()
      guard fstat(STDIN_FILENO, &status) == 0, status.isRegularFile else { return nil }
      let start = lseek(STDIN_FILENO, 0, SEEK_CUR)
      descriptor = STDIN_FILENO
      identity = FileIdentity(status)
      byteCount = max(0, Int(status.st_size) - Int(start))
      place = start
      return
    }
    do throws(SystemFailure) {
      var status = stat()
      // Asked by name first: opening a pipe would wait for its writer, and take what he sends.
      _ = try SystemFailure.check("stat") { files.statusOfPath(path, &status) }
      guard status.isRegularFile else { return nil }
      descriptor = try SystemFailure.check("open") { files.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0) }
      identity = FileIdentity(status)
      byteCount = Int(status.st_size)
    } catch {
      throw Refusal(reading: path, error)
    }
  }

  deinit { if place == nil { _ = files.close(descriptor) } }

  /// How many bytes came; 0 at the end of the file.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    do throws(SystemFailure) {
      guard let from = place else {
        return try SystemFailure.check("read") { files.read(descriptor, buffer) }
      }
      let count = try SystemFailure.check("read") {
        pread(descriptor, buffer.baseAddress, buffer.count, from)
      }
      place = from + off_t(count)
      return count
    } catch {
      throw Refusal(reading: path, error)
    }
  }
}

extension InputStream {
  /// SHA-256 of the whole file, which is read once more, in hexadecimal digits.
  func digest() throws -> String {
    guard let again = try InputStream(path) else { throw NotStreamable("the file has changed") }
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try piece.withUnsafeMutableBytes { try again.read($0) }
      if count == 0 { return hash.hexadecimal() }
      piece.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
