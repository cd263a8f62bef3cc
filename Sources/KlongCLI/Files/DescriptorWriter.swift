/// Collects bytes and writes them to a descriptor, whole, whatever the system takes at once.
struct DescriptorWriter: ~Copyable {
  let descriptor: Int32
  let files: FileSystem
  private var buffer: [UInt8] = []
  private static let room = 1 << 18

  init(_ descriptor: Int32, _ files: FileSystem) {
    self.descriptor = descriptor
    self.files = files
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
    if buffer.count + bytes.count > Self.room { try flush() }
    if bytes.count > Self.room { return try writeAll(bytes) }
    if buffer.isEmpty { buffer.reserveCapacity(Self.room) }
    buffer.append(contentsOf: bytes)
  }

  mutating func flush() throws(SystemFailure) {
    let full = buffer
    buffer.removeAll(keepingCapacity: false)
    try full.withBytes { bytes throws(SystemFailure) in try writeAll(bytes) }
  }

  /// A short write is no error; a write of nothing would loop for ever and is one.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = try SystemFailure.check("write") { files.write(descriptor, part) }
      guard written > 0 else { throw SystemFailure(call: "write", code: 5 /* EIO */) }
      rest = rest.dropFirst(written)
    }
  }
}

extension [UInt8] {
  /// `withUnsafeBytes` that keeps the type of the error.
  func withBytes<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
    var outcome: Result<Void, Failure> = .success(())
    withUnsafeBytes { bytes in
      do throws(Failure) { try body(bytes) } catch { outcome = .failure(error) }
    }
    try outcome.get()
  }
}
