/// Where the bytes of an output go: a temporary file, a device or standard output.
public final class OutputSink {
  private let put: (UnsafeRawBufferPointer) throws(Refusal) -> Void

  init(_ put: @escaping (UnsafeRawBufferPointer) throws(Refusal) -> Void) { self.put = put }

  public func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) { try put(bytes) }

  public func write(_ bytes: [UInt8]) throws(Refusal) {
    try bytes.withBytes { bytes throws(Refusal) in try put(bytes) }
  }

  public func write(_ text: String) throws(Refusal) { try write(Array(text.utf8)) }
}
