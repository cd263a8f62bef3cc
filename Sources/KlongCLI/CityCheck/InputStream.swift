internal import Glibc

/// A regular file that is read piece by piece.
final class InputStream {
  let path: String
  let identity: FileIdentity
  let byteCount: Int
  private let descriptor: Int32
  private let files: FileSystem

  /// Nil for a pipe, a terminal or a folder, which cannot be read twice.
  init?(_ path: String, files: FileSystem = .real) throws(Refusal) {
    guard path != "-" else { return nil }
    self.path = path
    self.files = files
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

  deinit { _ = files.close(descriptor) }

  /// How many bytes came; 0 at the end of the file.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    do throws(SystemFailure) {
      return try SystemFailure.check("read") { files.read(descriptor, buffer) }
    } catch {
      throw Refusal(reading: path, error)
    }
  }
}
