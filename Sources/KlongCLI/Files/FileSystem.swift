internal import Glibc

/// The calls to the operating system that reading and writing make, so that tests can make the n-th of them fail.
///
/// Each returns what the C function returns and leaves `errno`.
struct FileSystem: Sendable {
  var open: @Sendable (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var read: @Sendable (Int32, UnsafeMutableRawBufferPointer) -> Int
  var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
  var synchronise: @Sendable (Int32) -> Int32
  /// Lets the system begin to put a part of the file on the disk; nothing waits for it or hangs on it.
  ///
  /// Linux begins to write what it is told not to keep (mm/fadvise.c).
  var beginSynchronising: @Sendable (Int32, _ offset: Int, _ count: Int) -> Void = {
    descriptor, offset, count in
    _ = posix_fadvise(descriptor, offset, count, POSIX_FADV_DONTNEED)
  }
  var close: @Sendable (Int32) -> Int32
  var rename: @Sendable (_ from: String, _ to: String) -> Int32
  var link: @Sendable (_ existing: String, _ new: String) -> Int32
  var unlink: @Sendable (String) -> Int32
  var status: @Sendable (Int32, inout stat) -> Int32
  var statusOfPath: @Sendable (String, inout stat) -> Int32
  var changeMode: @Sendable (Int32, mode_t) -> Int32
  var changeOwner: @Sendable (Int32, uid_t, gid_t) -> Int32

  static let real = FileSystem(
    open: { Glibc.open($0, $1, $2) },
    read: { Glibc.read($0, $1.baseAddress, $1.count) },
    write: { Glibc.write($0, $1.baseAddress, $1.count) },
    synchronise: { Glibc.fsync($0) },
    close: { Glibc.close($0) },
    rename: { Glibc.rename($0, $1) },
    link: { Glibc.link($0, $1) },
    unlink: { Glibc.unlink($0) },
    status: { Glibc.fstat($0, &$1) },
    statusOfPath: { stat($0, &$1) },
    changeMode: { Glibc.fchmod($0, $1) },
    changeOwner: { Glibc.fchown($0, $1, $2) })
}
