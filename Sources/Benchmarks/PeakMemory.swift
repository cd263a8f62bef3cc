import Glibc

/// The most memory that this process has held since the last reset, as the kernel counts it (proc(5)).
enum PeakMemory {
  /// Not a number where the kernel does not say.
  static var megabytes: Double {
    let status = SmallFile.read("/proc/self/status")
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return (kibibytes ?? .nan) / 1024
  }

  /// Forgets the peak, so that each benchmark shows its own.
  static func reset() { SmallFile.write("5", to: "/proc/self/clear_refs") }
}

/// Reading and writing the kernel's little files.
enum SmallFile {
  static func read(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  static func write(_ text: String, to path: String) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    complain(text, on: descriptor)
  }
}

/// Writes a text to a descriptor: standard error, unless another is named.
func complain(_ text: String, on descriptor: Int32 = STDERR_FILENO) {
  var text = text
  text.withUTF8 { bytes in _ = write(descriptor, bytes.baseAddress, bytes.count) }
}
