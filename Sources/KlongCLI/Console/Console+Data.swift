extension Console {
  /// Writes data to standard output. Values from files must go through `printable(_:)` where people read it.
  ///
  /// - Throws: exit 74 when it cannot be written. A reader who has gone away is no error.
  public func write(_ text: String) throws(Refusal) { try sink.write(text) }

  public func write(_ bytes: [UInt8]) throws(Refusal) { try sink.write(bytes) }

  /// Whether nobody reads standard output any more: a long listing may stop.
  public var isReaderGone: Bool { output.isReaderGone }

  /// Standard output as a sink.
  public var sink: OutputSink {
    OutputSink { [output] bytes throws(Refusal) in try output.write(bytes) }
  }
}
