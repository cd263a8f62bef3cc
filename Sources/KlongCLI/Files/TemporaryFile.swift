internal import Glibc

/// The new contents of a target, beside it until they are whole.
final class TemporaryFile {
  let target: OutputTarget
  private let existing: stat?
  private let files: FileSystem
  private let path: String
  private let leftover: LeftoverRegistry.Entry
  private var writer: DescriptorWriter
  private var isOpen = true
  /// The old file under a second name, until the new one is safely in place.
  private var old: (path: String, leftover: LeftoverRegistry.Entry)?
  private var isInPlace = false
  private var written = 0
  /// Up to here the system was told to begin.
  private var begun = 0
  private static let part = 4 << 20

  /// - Parameter isPrivate: the mode stays 0600.
  init(
    for target: OutputTarget, existing: stat?, _ files: FileSystem, isPrivate: Bool = false
  ) throws(Refusal) {
    self.target = target
    self.existing = existing
    self.files = files
    let path = Self.name(beside: target, "new")
    self.path = path
    // Known to the signal handler before it exists, so that no moment is without care.
    leftover = LeftoverRegistry.add(path)
    do throws(SystemFailure) {
      let descriptor = try SystemFailure.check("open") {
        files.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      }
      writer = DescriptorWriter(descriptor, files)
    } catch {
      LeftoverRegistry.remove(leftover)
      throw Refusal(writing: target.name, error)
    }
    do throws(Refusal) { if !isPrivate { try takeMode() } } catch {
      discard()
      throw error
    }
  }

  /// Hidden, short and not to be guessed.
  private static func name(beside target: OutputTarget, _ kind: String) -> String {
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    return OutputTarget.folder(of: target.path) + "/.klong-" + random + "." + kind
  }

  /// A file that was there keeps its mode; where its group cannot be kept, the new group gets no rights.
  private func takeMode() throws(Refusal) {
    guard let existing else { return }
    try attempt { this throws(SystemFailure) in
      var mode = existing.st_mode & 0o777
      var made = stat()
      _ = try SystemFailure.check("stat") { this.files.status(this.writer.descriptor, &made) }
      if made.st_uid != existing.st_uid || made.st_gid != existing.st_gid,
        this.files.changeOwner(this.writer.descriptor, existing.st_uid, existing.st_gid) != 0,
        this.files.changeOwner(this.writer.descriptor, uid_t.max, existing.st_gid) != 0
      {
        mode &= 0o707
      }
      _ = try SystemFailure.check("chmod") { this.files.changeMode(this.writer.descriptor, mode) }
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    try attempt { this throws(SystemFailure) in try this.writer.write(bytes) }
    written += bytes.count
    if written - begun >= Self.part {
      // So that the disk works while we do, and the sync at the end is short.
      files.beginSynchronising(writer.descriptor, begun, written - begun)
      begun = written
    }
  }

  /// All bytes on the disk. A failed sync is final: a second one would lie.
  func finish() throws(Refusal) {
    try attempt { this throws(SystemFailure) in
      try this.writer.flush()
      _ = try SystemFailure.check("fsync") { this.files.synchronise(this.writer.descriptor) }
      this.isOpen = false
      _ = try SystemFailure.check("close") { this.files.close(this.writer.descriptor) }
    }
  }

  func putInPlace() throws(Refusal) {
    keepOld()
    try attempt { this throws(SystemFailure) in
      _ = try SystemFailure.check("rename") { this.files.rename(this.path, this.target.path) }
      this.isInPlace = true
      try this.synchroniseFolder()
    }
  }

  /// Undoes `putInPlace`, as far as the file system lets us.
  func putBack() {
    guard isInPlace else { return }
    if let old {
      _ = files.rename(old.path, target.path)
    } else if existing == nil {
      _ = files.unlink(target.path)
    }
    isInPlace = false
  }

  /// The new file is there to stay.
  func forgetOld() {
    guard let old else { return }
    _ = files.unlink(old.path)
    LeftoverRegistry.remove(old.leftover)
    self.old = nil
  }

  /// Removes whatever is left beside the target.
  func discard() {
    if isOpen {
      isOpen = false
      _ = files.close(writer.descriptor)
    }
    if !isInPlace { _ = files.unlink(path) }
    LeftoverRegistry.remove(leftover)
    forgetOld()
  }

  /// A second name for the old file. Where it cannot be had, a failed folder sync leaves the new file instead.
  private func keepOld() {
    guard existing != nil else { return }
    let path = Self.name(beside: target, "old")
    let leftover = LeftoverRegistry.add(path)
    if files.link(target.path, path) == 0 {
      old = (path, leftover)
    } else {
      LeftoverRegistry.remove(leftover)
    }
  }

  /// So that the new name survives a power cut. Some file systems cannot sync a folder, or do not let us open it.
  private func synchroniseFolder() throws(SystemFailure) {
    let folder = OutputTarget.folder(of: target.path)
    do throws(SystemFailure) {
      let descriptor = try SystemFailure.check("open") {
        files.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
      }
      defer { _ = files.close(descriptor) }
      _ = try SystemFailure.check("fsync") { files.synchronise(descriptor) }
    } catch {
      if ![EACCES, EINVAL, EOPNOTSUPP].contains(error.code) { throw error }
    }
  }

  private func attempt(_ body: (TemporaryFile) throws(SystemFailure) -> Void) throws(Refusal) {
    do throws(SystemFailure) { try body(self) } catch { throw Refusal(writing: target.name, error) }
  }
}
