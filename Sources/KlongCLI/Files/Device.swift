internal import Glibc

/// A terminal, a pipe or `/dev/null` as an output: written directly, as nothing can take its place.
final class Device {
  private let target: OutputTarget
  private let files: FileSystem
  private var writer: DescriptorWriter
  private var isOpen = true
  private var isReaderGone = false

  init(_ target: OutputTarget, _ files: FileSystem) throws(Refusal) {
    self.target = target
    self.files = files
    do throws(SystemFailure) {
      let descriptor = try SystemFailure.check("open") {
        files.open(target.path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0)
      }
      writer = DescriptorWriter(descriptor, files)
    } catch {
      throw Refusal(writing: target.name, error)
    }
  }

  deinit { if isOpen { _ = files.close(writer.descriptor) } }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    try attempt { device throws(SystemFailure) in try device.writer.write(bytes) }
  }

  func finish() throws(Refusal) {
    try attempt { device throws(SystemFailure) in try device.writer.flush() }
    isOpen = false
    try attempt { device throws(SystemFailure) in
      _ = try SystemFailure.check("close") { device.files.close(device.writer.descriptor) }
    }
  }

  /// A reader that has gone away wants no more, and that is no error.
  private func attempt(_ body: (Device) throws(SystemFailure) -> Void) throws(Refusal) {
    guard !isReaderGone || !isOpen else { return }
    do throws(SystemFailure) {
      try body(self)
    } catch {
      guard error.code == EPIPE else { throw Refusal(writing: target.name, error) }
      isReaderGone = true
    }
  }
}
